import { readFileSync } from 'node:fs';
import { compile, defineSystem, descent, landau, maxSteps, quadratic, relax, type Term, type Vector } from '@cfc/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gradNorm } from '../src/index.js';

type ByTerm = Readonly<Record<string, number>>;

interface Reference {
  readonly inputs: readonly { readonly termGradNorms: ByTerm; readonly energy: number }[];
  readonly gradNorm: {
    readonly options: Readonly<Record<'target_norm' | 'alpha' | 'update_rate' | 'floor' | 'ceiling', number>>;
    readonly weights: readonly ByTerm[];
  };
}

const fixture = new URL('fixtures/gradnorm.json', import.meta.url);
const references = JSON.parse(readFileSync(fixture, 'utf8')) as readonly Reference[];

const termsOf = (keys: readonly string[]): Term[] =>
  keys.map((key) => ({ key, kind: key.startsWith('coup:') ? 'coup' : 'local', family: key.split(':')[1]!, count: 1 }));

/** One step of the adapter from norms by term. */
function step(options: Parameters<typeof gradNorm>[0], norms: readonly number[], multipliers: Vector): Vector {
  const terms = termsOf(norms.map((_, t) => `coup:C${t}`));
  const seen = { termNorms: Float64Array.from(norms), terms, multipliers, energy: 0 };
  return gradNorm(options).adapt(seen, null).multipliers;
}

test('the weights are those of the prototype, step by step', () => {
  expect(references).toHaveLength(10);
  for (const { inputs, gradNorm: given } of references) {
    const { target_norm: target, update_rate: rate, ...rest } = given.options;
    const adapter = gradNorm({ target, rate, ...rest });
    const keys = Object.keys(inputs[0]!.termGradNorms);
    const terms = termsOf(keys);
    let multipliers: Vector = new Float64Array(keys.length).fill(1);
    let state: unknown = adapter.init(terms);
    inputs.forEach(({ termGradNorms, energy }, k) => {
      const termNorms = Float64Array.from(keys, (key) => termGradNorms[key]!);
      ({ multipliers, state } = adapter.adapt({ termNorms, terms, multipliers, energy }, state));
      keys.forEach((key, t) => expect(Math.abs(multipliers[t]! - given.weights[k]![key]!)).toBeLessThan(1e-12));
    });
  }
});

test('by hand: a norm of half the target raises the multiplier by half of alpha times rate', () => {
  expect([...step({}, [0.5, 1, 2], Float64Array.of(1, 1, 1))]).toEqual([1 + 0.1 * 0.75, 1, 1 - 0.1 * 1.5]);
});

test('every multiplier stays in range and goes the way its norm asks', () => {
  const norm = fc.double({ min: 0, max: 1e6, noNaN: true });
  const multiplier = fc.double({ min: 0.1, max: 2, noNaN: true });
  fc.assert(
    fc.property(norm, multiplier, (size, before) => {
      const after = step({}, [size], Float64Array.of(before))[0]!;
      expect(after).toBeGreaterThanOrEqual(0.1);
      expect(after).toBeLessThanOrEqual(2);
      if (size > 1) expect(after).toBeLessThanOrEqual(before);
      else expect(after).toBeGreaterThanOrEqual(before);
    }),
    { seed: 1 },
  );
});

test('in a run all multipliers end at the ceiling, and the minimum is that of the objective itself', () => {
  const system = compile(
    defineSystem({
      modules: { a: landau({ h: 0.3 }), b: landau({ a: 0.5, h: 0.1 }) },
      couplings: [{ use: quadratic(), between: ['a', 'b'] }],
    }),
  );
  const plan = { method: descent(), stop: maxSteps({ steps: 400 }) };
  const free = relax(system, [0.9, 0.1], plan);
  const balanced = relax(system, [0.9, 0.1], { ...plan, adapter: gradNorm() });
  for (const weight of Object.values(balanced.weights)) expect(weight).toBe(2);
  expect(balanced.unitEnergy).toBeCloseTo(free.unitEnergy, 10);
  expect(balanced.energy).toBeCloseTo(2 * balanced.unitEnergy, 12);
});

test('options out of range are refused when the adapter is made', () => {
  for (const options of [{ target: 0 }, { alpha: -1 }, { rate: 0 }, { rate: 1.1 }, { floor: -1 }, { ceiling: 0 }]) {
    expect(() => gradNorm(options)).toThrow('OPTION_INVALID');
  }
  expect(() => gradNorm({ floor: 3 })).toThrow('the floor 3 lies above the ceiling 2 (at GradNorm.floor)');
});

test.each([
  ['target', 2],
  ['alpha', 3],
  ['rate', 0.2],
  ['floor', 0.99],
  ['ceiling', 1.01],
] as const)('the option %s makes a difference', (option, value) => {
  const run = (options: object) => [...step(options, [0.5, 4], Float64Array.of(1, 1))];
  expect(run({ [option]: value })).not.toEqual(run({}));
});
