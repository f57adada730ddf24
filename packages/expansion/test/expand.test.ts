import { type System, compile, defineSystem, directedHinge, landau, partsOf, quadratic, relax } from '@cfc/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Proposal, expand } from '../src/index.js';
import { bowl, errorOf, growths } from './support/growth.js';

const two = defineSystem({
  modules: { x: bowl(0.2), y: bowl(0.6) },
  couplings: [{ use: quadratic({ weight: 0.5 }), between: ['x', 'y'] }],
});
const bowlAt = (id: string, at: number, to = 'x', weight = 0): Proposal => ({
  id,
  modules: { [id]: bowl(at) },
  couplings: [{ use: quadratic({ weight }), between: [id, to] }],
});
const ids = (some: readonly { readonly id: string }[]): string[] => some.map(({ id }) => id);

describe('the rule', () => {
  /*
   * One module with x² - 2 p x and one proposal z² - 2 q z + w (x - z)²: relaxed, E is -p² without it. With it the
   * minimum of the quadratic form is -(p, q) A⁻¹ (p, q)ᵀ, A = [[1 + w, -w], [-w, 1 + w]], det A = 1 + 2 w.
   */
  const [p, q, w] = [0.3, 0.7, 0.8];
  const gain = ((1 + w) * (p * p + q * q) + 2 * w * p * q) / (1 + 2 * w) - p * p;
  const system = defineSystem({ modules: { x: bowl(p) } });
  const proposal: Proposal = {
    id: 'z',
    modules: { z: bowl(q) },
    couplings: [{ use: quadratic({ weight: w }), between: ['z', 'x'] }],
  };

  test('the gain is the fall of the relaxed energy, exact where that is known', () => {
    const { accepted, tree, energy } = expand(system, [0.9], [proposal]);
    expect(accepted[0]!.gain).toBeCloseTo(gain, 12);
    expect(energy).toBeCloseTo(-p * p - gain, 12);
    const x = ((1 + w) * p + w * q) / (1 + 2 * w);
    expect(accepted[0]!.redemption).toBeCloseTo(-((x - p) ** 2), 12);
    const [root, node] = tree;
    expect(tree).toMatchObject([
      { id: 'root', parent: null, round: 0 },
      { id: 'z', parent: 'root', round: 1 },
    ]);
    expect(root!.energyBefore).toBeCloseTo(0.81 - 0.54, 12);
    expect(root!.energyAfter).toBeCloseTo(-p * p, 12);
    expect(root!.gain).toBeCloseTo(0.27 + p * p, 12);
    expect(node).toMatchObject({ energyBefore: root!.energyAfter, energyAfter: energy, gain: accepted[0]!.gain });
  });

  test.each([
    [{ gamma: gain - 1e-9 }, true],
    [{ gamma: gain + 1e-9 }, false],
    [{ gamma: gain / 2, gammaCoupling: gain / 2 - 1e-9 }, true],
    [{ gamma: gain / 2, gammaCoupling: gain / 2 + 1e-9 }, false],
    [{ gamma: gain / 2, tau: gain / 2 - 1e-9 }, true],
    [{ gamma: gain / 2, tau: gain / 2 + 1e-9 }, false],
  ])('with %o it is accepted: %s', (options, accepted) => {
    const out = expand(system, [0.9], [proposal], options);
    expect(out.accepted).toHaveLength(accepted ? 1 : 0);
    expect(out.refused).toHaveLength(accepted ? 0 : 1);
    if (accepted) return;
    const { reason, gain: fell, net } = out.refused[0]!;
    const falls = `the total falls by ${net}, which is not more than ${'tau' in options ? options.tau : 0}`;
    expect(reason).toBe(net! < 0 ? `the total rises by ${-net!}` : falls);
    expect(fell).toBeCloseTo(gain, 12);
    expect(out.total).toBeCloseTo(-p * p, 12);
  });

  test('a gain of exactly nothing is not accepted', () => {
    const idle: Proposal = { id: 'idle', modules: { z: landau({ a: 1 }) } };
    expect(expand(system, [0.9], [idle]).refused[0]).toMatchObject({ id: 'idle', gain: 0, net: 0 });
  });
});

test('what has no negative term cannot lower a system at its one minimum, and is never accepted', () => {
  const weight = fc.double({ min: 0, max: 2, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(weight, { minLength: 4, maxLength: 4 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (weights, at) => {
        const proposals = weights.map((w, k) => ({
          id: `p${k}`,
          modules: { [`z${k}`]: landau({ a: w, h: 0 }) },
          couplings: [
            { use: directedHinge({ weight: w }), between: [`z${k}`, 'x'] },
            { use: quadratic({ weight: weights[(k + 1) % 4]! }), between: ['x', 'y'] },
          ] as const,
        }));
        const { accepted, decisions } = expand(two, [at, 1 - at], proposals, { tau: 1e-12 });
        expect(accepted).toEqual([]);
        for (const { redemption } of decisions) expect(redemption).toBeLessThanOrEqual(1e-12);
      },
    ),
    { seed: 2, numRuns: 40 },
  );
});

test('the best of a round goes first, and what was outdone or refused is tried again when the system has grown', () => {
  // c is worth something only with b, which pulls y up.
  const proposals = [
    bowlAt('a', 0.3),
    bowlAt('b', 1, 'y', 4),
    {
      id: 'c',
      couplings: [{ use: quadratic({ weight: 1 }), between: ['x', 'b'] }],
      modules: { c: bowl(0.1) },
    } as Proposal,
  ];
  const out = expand(two, [0, 0], proposals, { gamma: 0.02 });
  expect(ids(out.accepted)).toEqual(['b', 'a']);
  expect(out.decisions.map(({ id, round, outcome }) => `${round} ${id} ${outcome}`)).toEqual([
    '1 a outdone',
    '1 b accepted',
    '2 a accepted',
    '2 c refused',
    '3 c refused',
  ]);
  expect(out.refused).toMatchObject([{ id: 'c', round: 3 }]);
  expect(out).toMatchObject({ outcome: 'complete', relaxations: 6 });
});

test('a proposal waits while an end or its parent is not there, and says so if it never comes', () => {
  const child: Proposal = {
    id: 'child',
    couplings: [{ use: quadratic({ weight: 0 }), between: ['c', 'a'] }],
    modules: { c: bowl(0.9) },
  };
  const named: Proposal = { id: 'named', modules: { n: bowl(0.9) }, parent: 'a' };
  const grown = expand(two, [0, 0], [named, child, bowlAt('a', 0.5)]);
  expect(ids(grown.accepted)[0]).toBe('a');
  expect(new Set(ids(grown.accepted))).toEqual(new Set(['a', 'child', 'named']));
  expect(grown.tree.slice(2).map(({ parent }) => parent)).toEqual(['a', 'a']);
  const dear = expand(two, [0, 0], [named, child, bowlAt('a', 0.5)], { gamma: 10 });
  expect(dear.refused.map(({ id, reason, gain }) => [id, reason, gain === null])).toEqual([
    ['named', 'it waits for its parent "a"', true],
    ['child', 'it waits for the module "a"', true],
    ['a', expect.stringMatching(/^the total rises by 9\.\d+$/), false],
  ]);
});

test('alternatives keep each other out, and in a beam they coexist', () => {
  const alternatives: Proposal[] = [0.5, 0.9].map((at) => ({ id: `at ${at}`, modules: { z: bowl(at) } }));
  const greedy = expand(two, [0, 0], alternatives);
  expect(ids(greedy.accepted)).toEqual(['at 0.9']);
  expect(greedy.refused).toMatchObject([{ id: 'at 0.5', reason: '"at 0.9" brought another module "z"' }]);
  const beam = expand(two, [0, 0], alternatives, { topK: 2 });
  expect(beam.branches.map((branch) => ids(branch.accepted))).toEqual([['at 0.9'], ['at 0.5']]);
  expect(beam.branches.map(({ weight }) => weight)).toEqual([1, 0]);
});

test('a beam finds what greed walks past: the first step that is best leads away from the best end', () => {
  // "big" wins most at once, and takes the place of "small", on which "rest" is built.
  const proposals: Proposal[] = [
    { id: 'big', modules: { z: bowl(0.6) } },
    { id: 'small', modules: { z: bowl(0.5), socket: bowl(0) } },
    { id: 'rest', modules: { r: bowl(0.9) }, couplings: [{ use: quadratic({ weight: 0 }), between: ['r', 'socket'] }] },
  ];
  expect(ids(expand(two, [0, 0], proposals).accepted)).toEqual(['big']);
  const beam = expand(two, [0, 0], proposals, { topK: 2 });
  expect(ids(beam.accepted)).toEqual(['small', 'rest']);
  expect(beam.branches).toHaveLength(2);
});

test('with room for every branch, the end is the best that any order of paying steps leads to', () => {
  fc.assert(
    fc.property(growths, fc.double({ min: 0, max: 0.2, noNaN: true }), ({ system, eta0, proposals }, gamma) => {
      const all = expand(system, eta0, proposals, { gamma, topK: 10_000 });
      const best = exhaustive(system, eta0, proposals, gamma);
      expect(all.total).toBeLessThanOrEqual(best + 1e-9);
      expect(all.total).toBeLessThanOrEqual(expand(system, eta0, proposals, { gamma }).total + 1e-9);
      const sets = all.branches.map((branch) => JSON.stringify(ids(branch.accepted).sort()));
      expect(new Set(sets).size).toBe(sets.length);
    }),
    { seed: 3, numRuns: 60 },
  );
});

/** One greedy step after another, in every order: written down without any of the package. */
function exhaustive(system: System, eta0: Float64Array, proposals: readonly Proposal[], gamma: number): number {
  const relaxed = (some: readonly Proposal[], start: Record<string, number>) => {
    const modules = Object.assign({}, base.modules, ...some.map((one) => one.modules ?? {}));
    const couplings = [...base.couplings, ...some.flatMap((one) => one.couplings ?? [])];
    const source = defineSystem({ modules, couplings, signals: base.signals });
    const { unitEnergy, eta } = relax(
      compile(source),
      Object.fromEntries(source.ids.map((id) => [id, start[id] ?? 0])),
    );
    const added = Object.keys(modules).length - Object.keys(base.modules).length;
    return { total: unitEnergy + gamma * added, eta: { ...eta }, ids: source.ids };
  };
  const base = partsOf(system);
  let best = Infinity;
  const descend = (some: readonly Proposal[], at: ReturnType<typeof relaxed>): void => {
    best = Math.min(best, at.total);
    for (const proposal of proposals) {
      const own = Object.keys(proposal.modules ?? {});
      const known = [...at.ids, ...own];
      const fits = (proposal.couplings ?? []).every(({ between }) => between.every((end) => known.includes(end)));
      if (some.includes(proposal) || own.some((id) => at.ids.includes(id)) || !fits) continue;
      const next = relaxed([...some, proposal], at.eta);
      if (next.total < at.total) descend([...some, proposal], next);
    }
  };
  descend([], relaxed([], Object.fromEntries(system.ids.map((id, i) => [id, eta0[i]!]))));
  return best;
}

test('proposals may come from a function that sees the branch, and grow from what it grew', () => {
  const rounds: number[] = [];
  const out = expand(
    two,
    [0, 0],
    function* ({ system, eta, tree, weight }, round) {
      rounds.push(round);
      expect(Object.keys(eta)).toEqual(system.ids);
      expect(weight).toBe(1);
      const last = tree.at(-1)!.id;
      if (tree.length < 4) yield bowlAt(`n${tree.length}`, 0.5, last === 'root' ? 'x' : last, 0.1);
    },
    { gamma: 0.01 },
  );
  expect(ids(out.accepted)).toEqual(['n1', 'n2', 'n3']);
  expect(out.tree.map(({ parent }) => parent)).toEqual([null, 'root', 'n1', 'n2']);
  expect(rounds).toEqual([1, 2, 3, 4]);
  expect(out).toMatchObject({ outcome: 'complete', rounds: 4 });
});

test('a function that always has something new ends with the rounds', () => {
  const endless = expand(two, [0, 0], (_, round) => [bowlAt(`n${round}`, 0.5)], { rounds: 5 });
  expect(endless).toMatchObject({ outcome: 'stopped', rounds: 5 });
  expect(endless.accepted).toHaveLength(5);
  const rare = expand(two, [0, 0], (_, round) => [bowlAt(`n${round}`, round === 3 ? 0.9 : 0.1)], {
    rounds: 5,
    gamma: 0.5,
  });
  expect(ids(rare.accepted)).toEqual(['n3']);
});

test('the same arguments give the same bits, and nothing that was handed in changes', () => {
  fc.assert(
    fc.property(growths, fc.nat(100), ({ system, eta0, proposals }, seed) => {
      const options = { gamma: 0.02, topK: 2, temperature: 0.1, seed };
      const before = JSON.stringify([eta0, proposals]);
      const plain = ({ branches }: ReturnType<typeof expand>) =>
        branches.map(({ eta, tree, decisions, refused, history, weight }) => ({
          eta,
          tree,
          decisions,
          refused,
          history,
          weight,
        }));
      expect(plain(expand(system, eta0, proposals, options))).toEqual(plain(expand(system, eta0, proposals, options)));
      expect(JSON.stringify([eta0, proposals])).toBe(before);
    }),
    { seed: 4, numRuns: 50 },
  );
});

test('at a temperature one of two proposals goes first as often as Boltzmann says', () => {
  const proposals = [bowlAt('low', 0.4), bowlAt('high', 0.6)];
  const [gap, temperature] = [0.6 ** 2 - 0.4 ** 2, 0.2];
  const runs = 400;
  let high = 0;
  for (let seed = 0; seed < runs; seed++) {
    const { accepted } = expand(two, [0, 0], proposals, { temperature, seed, rounds: 1 });
    if (accepted[0]!.id === 'high') high++;
  }
  const share = 1 / (1 + Math.exp(-gap / temperature));
  expect(Math.abs(high / runs - share)).toBeLessThan(3 * Math.sqrt((share * (1 - share)) / runs));
});

test('the result goes on growing: expanding again finds nothing that pays', () => {
  const proposals = [bowlAt('a', 0.5, 'x', 0.3), bowlAt('b', 0.05, 'y', 2)];
  const first = expand(two, [0, 0], proposals, { gamma: 0.1 });
  expect(ids(first.accepted)).toEqual(['a']);
  const again = expand(first.system, first.eta, [proposals[1]!], { gamma: 0.1 });
  expect(again.accepted).toEqual([]);
  expect(again.energy).toBeCloseTo(first.energy, 12);
  expect(errorOf(() => expand(first.system, first.eta, proposals))).toMatchObject({ code: 'NAME_TAKEN' });
});
