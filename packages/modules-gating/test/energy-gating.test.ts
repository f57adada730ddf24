import { compile, defineSystem, derivative, isCfcError, moduleColumns, readEta } from '@cfc/core';
import { checkModule } from '@cfc/core/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type GateInput, energyGating } from '../src/index.js';

const { family } = energyGating;
const coefficient = fc.double({ min: 0, max: 10, noNaN: true });
const place = fc.double({ min: 0, max: 1, noNaN: true });

test('EnergyGatingModule keeps its contract', () => {
  const options = [
    {},
    { a: 0 },
    { b: 0 },
    { cost: 0, k: 0.5, a: 3, b: 2, law: 'logistic' as const },
    { k: 1e6, straightThrough: true },
  ];
  const inputs = [-1e9, -1, 0, 0.1, 0.2, 5, 1e9].map((gain) => ({ gain }));
  expect(checkModule(energyGating, { options, inputs }).checks).toHaveLength(8);
});

test('η rises with the gain and falls with the cost', () => {
  const read = (gain: number, cost: number): number => family.eta({ gain }, energyGating({ cost }).options);
  expect(read(0.2, 0.1)).toBeGreaterThan(read(0.15, 0.1));
  expect(read(0.2, 0.1)).toBeGreaterThan(read(0.2, 0.15));
  expect(read(0.1, 0.1)).toBeCloseTo(0.5, 15);
});

test('a straight-through gate reads 0 or 1, as the soft gate lies below or above one half', () => {
  for (const law of ['hazard', 'logistic'] as const) {
    const { options } = energyGating({ law, straightThrough: true });
    expect([-3, 0.0999, 0.1001, 3].map((gain) => family.eta({ gain }, options))).toEqual([0, 0, 1, 1]);
  }
});

test('the packed loop gives what the scalar functions give, to 1e-12', () => {
  const instance = fc.record({ a: coefficient, b: coefficient, eta: place });
  fc.assert(
    fc.property(fc.array(instance, { minLength: 1, maxLength: 20 }), coefficient, (instances, weight) => {
      const column = (name: 'a' | 'b' | 'eta'): Float64Array => Float64Array.from(instances, (one) => one[name]);
      const given = { count: instances.length, prefix: 'g', with: { a: column('a'), b: column('b') } };
      const system = compile(defineSystem({ modules: [moduleColumns(energyGating, given)] }));
      const env = { weights: Float64Array.of(weight) };
      const gradient = new Float64Array(instances.length);
      const energy = system.gradient(column('eta'), env, gradient);
      const each = instances.map(({ eta, a, b }) => ({ eta, ...energyGating({ a, b }) }));
      const looped = each.reduce((sum, { eta, options }) => sum + weight * family.energy(eta, options, {}), 0);
      expect(Math.abs(energy - looped)).toBeLessThanOrEqual(1e-12 * Math.max(1, looped));
      expect(system.energy(column('eta'), env)).toBe(energy);
      each.forEach(({ eta, options }, i) => {
        const slope = weight * family.slope(eta, options, {});
        expect(Math.abs(gradient[i]! - slope)).toBeLessThanOrEqual(1e-12 * Math.max(1, slope));
      });
    }),
    { seed: 1 },
  );
});

test('slope and curvature are derivatives, and bend bounds the curvature', () => {
  fc.assert(
    fc.property(coefficient, coefficient, place, (a, b, eta) => {
      const { options } = energyGating({ a, b });
      const scale = Math.max(1, a + b);
      const slope = derivative((x) => family.energy(x, options, {}), eta);
      const curvature = derivative((x) => family.slope(x, options, {}), eta);
      expect(Math.abs(family.slope(eta, options, {}) - slope)).toBeLessThan(1e-6 * scale);
      expect(Math.abs(family.curvature!(eta, options, {}) - curvature)).toBeLessThan(1e-6 * scale);
      expect(family.bend!(eta, options, {})).toBeGreaterThanOrEqual(family.curvature!(eta, options, {}));
    }),
    { seed: 2 },
  );
});

test('the difference has full relative accuracy, between neighbouring places too', () => {
  // η on a grid of 2^-30 and coefficients on one of 2^-10: whole-number arithmetic gives the exact value.
  const grid = 2 ** 30;
  const exact = (p: bigint, q: bigint, x: bigint): bigint => p * x * x * 2n ** 60n + q * x ** 4n;
  const spot = fc.integer({ min: 0, max: grid });
  const step = fc.oneof(spot, fc.constantFrom(1, 2, 1000));
  const size = fc.integer({ min: 0, max: 5000 });
  fc.assert(
    fc.property(spot, step, size, size, (start, by, p, q) => {
      const end = start + by <= grid ? start + by : Math.max(0, start - by);
      const { options } = energyGating({ a: p / 1024, b: q / 1024 });
      const [before, after] = [start, end].map((x) => exact(BigInt(p), BigInt(q), BigInt(x)));
      const expected = Number(after! - before!) / 2 ** 130;
      const got = family.difference!(start / grid, end / grid, options, {});
      expect(Math.abs(got - expected)).toBeLessThanOrEqual(1e-14 * Math.abs(expected));
    }),
    { seed: 3 },
  );
});

test.each([undefined, null, 0.3, {}, { gain: '0.3' }, { gain: NaN }, { gain: Infinity }])(
  'the input %j is INPUT_INVALID and the module is named',
  (input) => {
    const system = defineSystem({ modules: { gate: energyGating() } });
    let thrown: unknown;
    try {
      readEta(system, { gate: input as GateInput });
    } catch (error) {
      thrown = error;
    }
    expect(isCfcError(thrown)).toBe(true);
    expect(thrown).toMatchObject({
      code: 'INPUT_INVALID',
      where: 'inputs.gate',
      fix: 'Give { gain: a finite number }.',
    });
  },
);
