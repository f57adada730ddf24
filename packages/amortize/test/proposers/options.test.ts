import { expect, test } from 'vitest';
import { type Proposer, cascade, couplingAverage, mlp, nearest } from '../../src/index.js';
import { walk } from '../support/stream.js';

const stream = walk(14);

/** What a proposer proposes and knows along a stream. */
function told(proposer: Proposer): string {
  let state = proposer.init();
  const etas = stream.map((query) => {
    const proposal = proposer.propose(query, state);
    state = proposer.learn(query, query.read, state);
    return proposal && [proposal.visits, ...proposal.eta];
  });
  return JSON.stringify([etas, state]);
}

const short = { every: 5, epochs: 4, rate: 0.001 };

test.each<[string, (options: object) => Proposer, object, object]>([
  ['nearest', nearest, {}, { k: 2, capacity: 5, power: 1 }],
  ['nearest, when it is full', nearest, { capacity: 5 }, { evict: 'nearest' }],
  ['couplingAverage', couplingAverage, {}, { own: 2, sweeps: 2 }],
  ['cascade', cascade, {}, { rounds: 1, levels: 2, sweeps: 0 }],
  [
    'mlp',
    mlp,
    short,
    {
      share: 'module',
      hidden: 3,
      layers: 2,
      capacity: 6,
      every: 4,
      holdOut: 2,
      epochs: 9,
      batch: 2,
      rate: 0.1,
      seed: 1,
    },
  ],
  ['mlp, when its batches are noisy', mlp, { ...short, rate: 0.02, epochs: 60, batch: 1 }, { patience: 1 }],
])('every option of %s makes a difference', (_name, make, base, changes) => {
  const plain = told(make(base));
  expect(told(make(base))).toBe(plain);
  for (const [option, value] of Object.entries(changes)) {
    expect(told(make({ ...base, [option]: value })), option).not.toBe(plain);
  }
});
