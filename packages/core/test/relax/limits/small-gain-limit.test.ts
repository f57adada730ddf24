import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CompiledSystem,
  type Limit,
  type Method,
  auto,
  clipNorm,
  compile,
  couplingColumns,
  dampedGateBenefit,
  defineSystem,
  descent,
  fista,
  fixedStep,
  landau,
  maxSteps,
  moduleColumns,
  normalise,
  quadratic,
  relax,
  smallGainLimit,
  stabilityLimit,
  stalled,
  steps,
  uniform,
} from '../../../src/index.js';
import { smallGainLimitOf } from '../../../src/relax/limits/small-gain-limit.js';
import { holds, real } from '../../support/property.js';
import { type FamilyName, type Spec, built, specs } from '../../support/systems.js';
import { taskAt } from '../../support/task.js';

/** Longer than any limit. */
const giant = fixedStep({ step: 1e9 });
const along = (limit: Limit): Method => descent({ search: giant, limit });

const families: readonly FamilyName[] = [
  'quadratic',
  'directedHinge',
  'asymmetricHinge',
  'gateBenefit',
  'dampedGateBenefit',
  'wave',
];

/** With any theta, also where nothing is certified. */
const freely = (theta: number): Limit => Object.assign(smallGainLimitOf(theta), { slot: 'limit' });

/** The changes of energy in twenty steps on a random system, as shares of its energies. */
function changes(spec: Spec, theta: number): number[] {
  const { system, eta } = built(spec);
  const scale = 1 + [...system.termEnergies(eta, system.unit)].reduce((sum, x) => sum + Math.abs(x), 0);
  const plan = { method: along(freely(theta)), stop: maxSteps({ steps: 20 }) };
  return [...steps(system, eta, plan)].map(({ change }) => change / scale);
}

/** Random systems, many with local energies that are not convex, and whether no step raises their energy. */
const neverRises = (low: number, high: number, seen: number[]) =>
  fc.property(specs(families, { powers: [1, 2, 3] }), real(low, high), (spec, theta) => {
    const all = changes(spec, theta);
    seen.push(...all);
    return all.every((change) => change <= 1e-14);
  });

describe('the energy of random steps', () => {
  test('never rises in 10,000 of them with theta up to 1.99, without any guard', () => {
    const seen: number[] = [];
    holds(neverRises(0.01, 1.99, seen), 1500);
    expect(seen.length).toBeGreaterThan(10_000);
  });

  test('is found to rise with theta above 2', () => {
    const found = fc.check(neverRises(2.05, 3, []), { seed: 20_260_101, numRuns: 1500 });
    expect(found.failed).toBe(true);
    const [spec, theta] = found.counterexample!;
    expect(Math.max(...changes(spec, theta))).toBeGreaterThan(1e-14);
  });
});

test.each([
  ['normalised', [normalise()]],
  ['clipped', [clipNorm({ norm: 0.1 })]],
])('along the %s gradient the steps are the same, in the logit they are shorter: monotone too', (_name, transforms) => {
  holds(
    fc.property(specs(families, { powers: [1, 2] }), real(0.01, 1.99), (spec, theta) => {
      const { system, eta } = built(spec);
      const limit = smallGainLimit({ theta });
      const after = (method: Method) => relax(system, eta, { method, stop: maxSteps({ steps: 1 }) });
      const plain = after(along(limit));
      const other = after(descent({ search: fixedStep({ step: 1e12 }), transforms, limit }));
      plain.vector.forEach((x, i) => expect(other.vector[i]).toBeCloseTo(x, 9));
      const plan = { method: descent({ search: giant, limit, geometry: 'logit' }), stop: maxSteps({ steps: 10 }) };
      for (const { change } of steps(system, eta, plan)) expect(change).toBeLessThanOrEqual(1e-13);
    }),
  );
});

/** Rows 2a + 4w = 4 and 2a' + 4w = 8. */
const pair = compile(
  defineSystem({
    modules: { x: landau({ a: 1, b: 0 }), y: landau({ a: 3, b: 0 }) },
    couplings: [{ use: quadratic({ weight: 0.5 }), between: ['x', 'y'] }],
  }),
);

test('by hand: every row moves by theta g / r', () => {
  // g = (2 · 0.5 + (0.5 - 0.25), 6 · 0.25 - (0.5 - 0.25)) = (1.25, 1.25); r = (4, 8).
  const { vector } = relax(pair, [0.5, 0.25], { method: along(smallGainLimit()), stop: maxSteps({ steps: 1 }) });
  expect([...vector]).toEqual([0.5 - 1.25 / 4, 0.25 - 1.25 / 8]);
});

test('the facts tell the largest row, the margin and rows without a bound, which stay', () => {
  const gate = { use: dampedGateBenefit({ etaPower: 1.5, signal: 'gain' }), between: ['x', 'y'] as const };
  const modules = { x: landau({ a: 1, b: 0, h: 1 }), y: landau({ a: 3, b: 0 }) };
  const system = compile(defineSystem({ modules, couplings: [gate], signals: { gain: 0.1 } }));
  const [event] = [...steps(system, [0, 0.5], { method: along(smallGainLimit()), stop: maxSteps({ steps: 1 }) })];
  expect(event!.eta[0]).toBe(0);
  expect(event!.eta[1]).toBe(0);
  expect(event!.facts).toMatchObject({ uncertifiedRows: 1, lipschitz: 6 });
  expect(event!.facts['safeStep']).toBeCloseTo(2 / 6, 14);
  expect(event!.facts['contractionMargin']).toBeCloseTo(1 / 6, 14);
});

test('the bounds are those of the weights and the point in use, taken anew at every step', () => {
  const eta = Float64Array.of(0.5, 0.25);
  const { task, from } = taskAt(pair, eta, { env: { weights: Float64Array.of(1, 3) } });
  const gradient = task.gradient(from);
  const { longest } = smallGainLimit({ theta: 1.5 }).longest(task, from, gradient, 1);
  expect([...(longest as Float64Array)]).toEqual([1.5 / (2 + 6), 1.5 / (6 + 6)]);
});

test('Fista without momentum takes the same steps', () => {
  const plan = { stop: maxSteps({ steps: 1 }) };
  const [first, second] = [fista({ theta: 1.5 }), along(smallGainLimit({ theta: 1.5 }))].map((method) =>
    relax(pair, [0.5, 0.25], { ...plan, method }),
  );
  expect(first!.vector).toEqual(second!.vector);
});

test.each([0, 2, -1, NaN])('theta %d is refused', (theta) => {
  expect(() => smallGainLimit({ theta })).toThrow(expect.objectContaining({ code: 'OPTION_INVALID' }));
});

describe('steps until 1e-6 of the drop are left, against the uniform stability limit', () => {
  const size = 2000;

  /** Pulls of strength 0.5 between modules of random energies; the start is random. */
  function on(edges: readonly (readonly [number, number])[], seed: number): [CompiledSystem, Float64Array] {
    const column = (stream: number, low: number, high: number) =>
      Float64Array.from({ length: size }, (_, i) => low + (high - low) * uniform(seed, stream, i));
    const ends = (at: 0 | 1): Int32Array => Int32Array.from(edges, (edge) => edge[at]);
    const system = defineSystem({
      modules: [moduleColumns(landau, { count: size, with: { a: column(1, 0.1, 0.3), b: 0.1, h: column(2, 0, 0.2) } })],
      couplings: [couplingColumns(quadratic, { a: ends(0), b: ends(1), with: { weight: 0.5 } })],
    });
    return [compile(system), column(3, 0, 1)];
  }

  const star = (): [number, number][] => Array.from({ length: size - 1 }, (_, i) => [0, i + 1]);

  /** Barabási and Albert: every module joins two others, drawn in proportion to how many each has. */
  function attached(seed: number): [number, number][] {
    const edges: [number, number][] = [[0, 1]];
    for (let i = 2; i < size; i++) {
      const chosen = new Set<number>();
      for (let k = 0; chosen.size < 2; k++) {
        const edge = edges[Math.floor(edges.length * uniform(seed, 4 + i, 2 * k))]!;
        chosen.add(edge[uniform(seed, 4 + i, 2 * k + 1) < 0.5 ? 0 : 1]);
      }
      for (const j of chosen) edges.push([i, j]);
    }
    return edges;
  }

  function stepsOf(system: CompiledSystem, eta: Float64Array, method: Method): number {
    const least = relax(system, eta, { method: auto(), stop: stalled() }).unitEnergy;
    const first = system.energy(eta, system.unit);
    const target = least + 1e-6 * (first - least);
    for (const { step, energy } of steps(system, eta, { method, stop: maxSteps({ steps: 100_000 }) })) {
      if (energy <= target) return step;
    }
    return Infinity;
  }

  /** How many times fewer steps, the median over five seeds. */
  function gain(edgesOf: (seed: number) => [number, number][]): number {
    const ratios = [1, 2, 3, 4, 5].map((seed) => {
      const [system, eta] = on(edgesOf(seed), seed);
      const uniformly = stepsOf(system, eta, along(stabilityLimit({ fraction: 0.9 })));
      return uniformly / stepsOf(system, eta, along(smallGainLimit({ theta: 1.8 })));
    });
    return ratios.sort((x, y) => x - y)[2]!;
  }

  test('at least 15 times fewer on Barabási-Albert graphs', () => {
    expect(gain(attached)).toBeGreaterThanOrEqual(15);
  });

  test('at least 300 times fewer on stars', () => {
    expect(gain(star)).toBeGreaterThanOrEqual(300);
  });
});
