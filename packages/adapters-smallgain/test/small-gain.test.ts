import {
  type Plan,
  advance,
  anyOf,
  backtracking,
  begin,
  compile,
  createRegistry,
  corePlugin,
  dampedGateBenefit,
} from '@cfc/core';
import { defineSystem, descent, directedHinge, fista, fixedStep, gradientBelow, landau, maxSteps } from '@cfc/core';
import { monotone, quadratic, readState, relax, steps, writeState } from '@cfc/core';
import { describe, expect, test } from 'vitest';
import { smallGain, smallGainConservative, smallGainFast, smallGainLimit, smallGainPlugin } from '../src/index.js';
import { bowl, randomSystem } from './random-system.js';
import { minimum, run, scenarios } from './scenarios.js';

type Given = Parameters<typeof smallGain>[0];
const multiplier = ({ solution }: ReturnType<typeof run>, family: string): number =>
  solution.weights[`coup:${family}`]!;

describe('rho', () => {
  const runs = [0.5, 0.7, 0.9].map((rho) => ({ rho, ...run('dense', { adapter: smallGain({ rho }) }) }));

  test('decides the trajectory', () => {
    const finals = runs.map(({ solution }) => multiplier({ solution } as never, 'QuadraticCoupling'));
    // r = 0.9 + 7.2 m under a certificate of 2 · 8.1 of which 8.1 are free: m = 1 + rho · 8.1 / 7.2.
    runs.forEach(({ rho }, k) => expect(finals[k]).toBeCloseTo(1 + (rho * 8.1) / 7.2, 9));
    expect(new Set(runs.map(({ energies }) => energies.join())).size).toBe(3);
  });

  test('holds by the ledger: what is spent in a row adds up to rho times its margin, and no more', () => {
    for (const { rho, accepted } of runs) {
      const spent = accepted.map(({ facts }) => facts['spent:rows']!);
      expect(spent.reduce((sum, each) => sum + each, 0)).toBeCloseTo(rho, 9);
      for (const { facts } of accepted) {
        expect(facts['spent:global']).toBeLessThanOrEqual(facts['budget:global']!);
        expect(facts['margin:rows']).toBeGreaterThanOrEqual(1 - rho - 1e-12);
      }
    }
  });

  test('what bends nothing is not held by it', () => {
    for (const seen of runs) expect(multiplier(seen, 'GateBenefitCoupling')).toBe(3);
  });
});

describe("a third party's coupling with a large bend is throttled", () => {
  const system = compile(
    defineSystem({
      modules: Object.fromEntries(['a', 'b', 'c', 'd'].map((id) => [id, landau({ a: 1, b: 0 })])),
      couplings: [
        { use: quadratic({ weight: 0.5 }), between: ['a', 'b'] },
        { use: bowl({ weight: 0.5 }), between: ['c', 'd'] },
      ],
    }),
  );
  const eta = Float64Array.of(0.9, 0.1, 0.9, 0.1);
  const method = descent({ search: fixedStep({ step: 0.01 }) });
  const final = (given: Given): Record<string, number> =>
    relax(system, eta, { method, stop: maxSteps({ steps: 60 }), adapter: smallGain(given) }).weights;

  test('to what its rows have left', () => {
    const step = 2 / 15;
    const weights = final({ step });
    // Rows: 2 + 2 m under the certificate 15 in a and b, 2 + 12.2 m in c and d.
    expect(weights['coup:QuadraticCoupling']).toBe(3);
    expect(weights['coup:BowlCoupling']).toBeCloseTo(1 + (0.7 * (15 - 14.2)) / 12.2, 9);
  });

  test('and lowered where the step in use is beyond the certificate already', () => {
    const weights = final({ step: 0.2 });
    expect(weights['coup:QuadraticCoupling']).toBe(3);
    expect(weights['coup:BowlCoupling']).toBeCloseTo((10 - 2) / 12.2, 9);
  });

  test('not below the floor', () => {
    expect(final({ step: 5 })['coup:BowlCoupling']).toBe(0.1);
  });
});

test('rows without a finite bound are left alone: nothing in them is raised, others are', () => {
  const system = compile(
    defineSystem({
      modules: { gate: landau(), x: landau(), y: landau(), z: landau() },
      couplings: [
        { use: dampedGateBenefit({ etaPower: 1.5, signal: 'gain' }), between: ['gate', 'x'] },
        { use: directedHinge(), between: ['x', 'gate'] },
        { use: quadratic(), between: ['y', 'z'] },
      ],
      signals: { gain: 0.1 },
    }),
  );
  const method = descent({ search: fixedStep({ step: 1e-3 }) });
  const plan = { method, stop: maxSteps({ steps: 1 }), adapter: smallGain() };
  expect(relax(system, [0, 0.5, 0.2, 0.8], plan).weights).toMatchObject({
    'coup:DampedGateBenefitCoupling': 1,
    'coup:DirectedHingeCoupling': 1,
    'coup:QuadraticCoupling': 1.1,
  });
});

test('hinges far from activation are charged less where near is below 1, and in full at 1', () => {
  const system = compile(
    defineSystem({
      modules: { a: landau({ a: 1, b: 0 }), b: landau({ a: 1, b: 0 }), c: landau({ a: 1, b: 0 }) },
      couplings: [
        { use: directedHinge({ weight: 1 }), between: ['a', 'b'] },
        { use: quadratic({ weight: 1 }), between: ['b', 'c'] },
      ],
    }),
  );
  const budget = (a: number, near: number): number => {
    const method = descent({ search: fixedStep({ step: 1e-9 }) });
    const events = [
      ...steps(system, [a, 0, 0.5], { method, stop: maxSteps({ steps: 1 }), adapter: smallGain({ near }) }),
    ];
    return events[0]!.facts['budget:global']!;
  };
  // Row b has 2 + 4 of the pull, and the hinge's 4 in full, half faded (the gap -0.3 is 1.5 times near) or not at all. With
  // theta = 1 that is its margin too, and 70% of the three rows' is the budget: a has 2, b 6, c 6 besides.
  expect(budget(0.3, 1)).toBeCloseTo(0.7 * (14 + 8), 6);
  expect(budget(0.3, 0.2)).toBeCloseTo(0.7 * (14 + 4), 6);
  expect(budget(0.3, 0.1)).toBeCloseTo(0.7 * 14, 6);
});

describe('peek', () => {
  test('raises what lets the unit-weight energy fall faster, and nothing else', () => {
    const seen = run('dense', { adapter: smallGain({ peek: 3 }) });
    expect(multiplier(seen, 'QuadraticCoupling')).toBeCloseTo(1 + (0.7 * 8.1) / 7.2, 9);
    expect(multiplier(seen, 'GateBenefitCoupling')).toBe(1);
    expect(seen.solution.unitEnergy).toBeLessThan(run('dense', { adapter: smallGain() }).solution.unitEnergy);
  });
});

describe('anneal', () => {
  test('brings all multipliers back to 1, evenly in their logarithms', () => {
    const { accepted } = run('dense', { adapter: smallGain({ anneal: 10 }) });
    const logs = accepted.slice(0, 12).map(({ weights }) => Math.log(weights[2]!));
    // Raised by 10% after each of the first five steps, hence back by ln 1.1 a step.
    [0, 1, 2, 3, 4, 5, 4, 3, 2, 1, 0, 0].forEach((k, at) => expect(logs[at]).toBeCloseTo(k * Math.log(1.1), 12));
    for (const { weights } of accepted.slice(10)) expect([...weights]).toEqual([1, 1, 1]);
  });

  test.each(['baseline', 'dense'] as const)('a method that converges ends at the minimum of %s', (name) => {
    const stop = anyOf({ of: [gradientBelow({ norm: 1e-9 }), maxSteps({ steps: 1000 })] });
    for (const anneal of [1, 8, 10, 20, 60]) {
      const { solution } = run(name, { method: fista(), guard: monotone(), stop, adapter: smallGain({ anneal }) });
      expect(solution.outcome).toBe('converged');
      expect(solution.unitEnergy - minimum(name)).toBeLessThan(1e-12);
    }
  });
});

test('where the method finds no step before anneal is over, the weights come back all the same', () => {
  const method = descent({ search: backtracking({ initial: 0.2, tries: 1 }) });
  const { solution } = run('dense', { method, adapter: smallGain({ anneal: 4000 }), stop: maxSteps({ steps: 9000 }) });
  expect(solution.outcome).toBe('refused');
  expect(solution.state.accepted).toBeLessThan(4000);
  expect(Object.values(solution.weights)).toEqual([1, 1, 1]);
});

test('with nothing to spend on, weights stay and the ledger is told', () => {
  const { solution, accepted } = run('dense', { adapter: smallGain({ spend: 'nothing' }) });
  expect(Object.values(solution.weights)).toEqual([1, 1, 1]);
  expect(accepted[0]!.facts['margin:rows']).toBeCloseTo(1, 12);
  expect(accepted[0]!.facts['cost:coup:QuadraticCoupling']).toBeGreaterThan(0);
});

test('local terms keep their weights', () => {
  for (let seed = 0; seed < 50; seed++) {
    const { system, eta } = randomSystem(seed);
    const method = descent({ search: fixedStep({ step: 1e9 }), limit: smallGainLimit() });
    const { weights } = relax(system, eta, { method, stop: maxSteps({ steps: 5 }), adapter: smallGain() });
    expect(weights['local:LandauModule']).toBe(1);
  }
});

test('a run that is written down in the middle and read again is the whole run, bit by bit', () => {
  const system = compile(scenarios.dense.source);
  const method = descent({ search: fixedStep({ step: 0.05 }) });
  const plan: Plan = { method, adapter: smallGain({ anneal: 24, peek: 2 }), stop: maxSteps({ steps: 30 }) };
  let whole = begin(system, scenarios.dense.eta0, plan);
  let read = whole;
  for (let k = 0; k < 30; k++) {
    whole = advance(system, plan, whole).state;
    read = advance(system, plan, readState(writeState(read))).state;
  }
  expect(read).toEqual(whole);
  expect([...whole.multipliers]).toEqual([1, 1, 1]);
});

const changes: Record<string, readonly [Given, Given]> = {
  spend: [{}, { spend: 'nothing' }],
  rho: [{}, { rho: 0.2 }],
  maxChange: [{}, { maxChange: 0.2 }],
  floor: [{ step: 5 }, { step: 5, floor: 0.5 }],
  ceiling: [{}, { ceiling: 1.2 }],
  ema: [
    { theta: 1.5, maxChange: 0.02 },
    { theta: 1.5, maxChange: 0.02, ema: 1 },
  ],
  theta: [{}, { theta: 1.9 }],
  step: [{}, { step: 0.01 }],
  near: [{}, { near: 0.01 }],
  anneal: [{}, { anneal: 8 }],
  peek: [{}, { peek: 1 }],
  compat: [{}, { compat: 'seed' }],
};

test('every option changes what is seen', () => {
  expect(Object.keys(changes)).toEqual(Object.keys(smallGain.fields));
  const traces = (given: Given): string =>
    JSON.stringify(
      Array.from({ length: 20 }, (_, seed) => {
        const { system, eta } = randomSystem(seed);
        const method = descent({ search: fixedStep({ step: 0.05 }) });
        return [...steps(system, eta, { method, stop: maxSteps({ steps: 30 }), adapter: smallGain(given) })].map(
          ({ weights }) => [...weights],
        );
      }),
    );
  for (const [option, [before, after]] of Object.entries(changes)) {
    expect(traces(after), option).not.toBe(traces(before));
  }
});

test('the variants are SmallGain with other defaults, and the plugin provides all three', () => {
  const given = (adapter: object): Record<string, unknown> => (adapter as { options: Record<string, unknown> }).options;
  expect(given(smallGainFast())).toEqual({ ...given(smallGain()), maxChange: 0.2 });
  const conservative = { rho: 0.5, maxChange: 0.05, floor: 0.2, ceiling: 2 };
  expect(given(smallGainConservative())).toEqual({ ...given(smallGain()), ...conservative });
  const registry = createRegistry([corePlugin, smallGainPlugin]);
  expect(registry.make.SmallGain({ rho: 0.5 }).name).toBe('SmallGain');
  expect(registry.make.SmallGainFast().name).toBe('SmallGainFast');
  expect(registry.make.SmallGainConservative().name).toBe('SmallGainConservative');
  expect(registry.make.SmallGainLimit().name).toBe('SmallGainLimit');
});

test.each([
  [{ rho: 1 }, 'SmallGain.rho'],
  [{ maxChange: 0 }, 'SmallGain.maxChange'],
  [{ floor: 1.1 }, 'SmallGain.floor'],
  [{ ceiling: 0.9 }, 'SmallGain.ceiling'],
  [{ theta: 2 }, 'SmallGain.theta'],
  [{ anneal: 1.5 }, 'SmallGain.anneal'],
])('%j is refused when the adapter is made', (given, where) => {
  expect(() => smallGain(given)).toThrow(expect.objectContaining({ code: 'OPTION_INVALID', where }));
});
