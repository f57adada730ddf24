import { describe, expect, test } from 'vitest';
import { contextEnergy, decided, prefixOnly, withContext } from '../../src/sequence/context-energy.js';
import { chainModel, copied, drawChain } from '../../src/sequence/copying-chain.js';
import { gatesOf, redeemed } from '../../src/sequence/revisions.js';

const model = chainModel(2);
const chain = drawChain(model, 4, 2);

describe('the energy', () => {
  test('of a sequence falls by the log odds of a copy and by the evidence, up to what the two elements make of each other', () => {
    const system = contextEnergy(chain.evidence, model);
    const logit = (p: number): number => Math.log(p / (1 - p));
    const at = (t: number, value: number, one: number, other: number): number => {
      const eta = Float64Array.from(chain.hidden);
      [eta[t - model.lag], eta[t - 1], eta[t]] = [one, other, value];
      const rest = eta.map((x, k) => (k > t ? 0.5 : x));
      return system.energy(rest, system.unit);
    };
    const last = model.length - 1;
    for (const [one, other] of [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ] as const) {
      const fall = at(last, 0, one, other) - at(last, 1, one, other);
      expect(fall).toBeCloseTo(logit(copied(other, one, model)) + chain.evidence[last]!, 9);
    }
  });

  test('without couplings decides each element by its own evidence', () => {
    const relaxed = withContext(contextEnergy(chain.evidence, model, 0));
    expect([...relaxed].map(decided)).toEqual(chain.evidence.map((nats) => (nats > 0 ? 1 : 0)));
  });
});

test('a prefix decides as if the sequence ended there', () => {
  const prefix = prefixOnly(chain.evidence, model);
  for (const t of [0, 7, 8, 20]) {
    expect(prefix[t]).toBe(withContext(contextEnergy(chain.evidence.slice(0, t + 1), model))[t]);
  }
  expect(prefix.at(-1)).toBe(withContext(contextEnergy(chain.evidence, model)).at(-1));
});

describe('redemption', () => {
  const prefix = prefixOnly(chain.evidence, model);
  const { revisions, deltaF } = redeemed(chain, model, prefix);

  test('lowers the energy of the whole, and never gains by what it leaves alone', () => {
    expect(deltaF).toBeLessThan(0);
    for (const { from, to, gain } of revisions) {
      if (from === to) expect(gain).toBe(0);
      else expect(gain).toBeGreaterThan(0);
    }
    expect(revisions.some(({ from, to }) => from !== to)).toBe(true);
  });

  test('passes a gate where the gain exceeds the cost', () => {
    const odds = revisions.map(() => 1);
    for (const cost of [0.1, 1, 3]) {
      const open = gatesOf(revisions, cost, odds).map(({ eta }) => eta > 0.5);
      expect(open).toEqual(revisions.map(({ gain }) => gain > cost));
    }
  });
});
