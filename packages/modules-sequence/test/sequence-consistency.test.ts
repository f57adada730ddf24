import { compile, defineSystem, derivative, moduleColumns, readEta } from '@cfc/core';
import { checkModule } from '@cfc/core/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleMonotonicity, sequenceConsistency } from '../src/index.js';
import { errorOf } from './recorded.js';

const { family } = sequenceConsistency;
const coefficient = fc.double({ min: 0, max: 10, noNaN: true });
const place = fc.double({ min: 0, max: 1, noNaN: true });

test('SequenceConsistencyModule keeps its contract', () => {
  const options = [{}, { alpha: 0 }, { beta: 0 }, { alpha: 0.3, beta: 4, samples: 64, seed: 9 }];
  const inputs = [[1, 2], [2, 1], [1, 2, 2, 5, 4], Float64Array.of(0.5, -1, 3)];
  expect(checkModule(sequenceConsistency, { options, inputs }).checks).toHaveLength(8);
});

test('the energy is 0 in order and alpha + beta in full disorder', () => {
  const { options } = sequenceConsistency({ alpha: 0.75, beta: 0.5 });
  expect(family.energy(1, options, {})).toBe(0);
  expect(family.energy(0, options, {})).toBe(1.25);
  expect(family.energy(0.5, options, {})).toBe(0.75 / 4 + 0.5 / 16);
});

test('the packed loop gives what the scalar functions give, to 1e-12', () => {
  const instance = fc.record({ alpha: coefficient, beta: coefficient, eta: place });
  fc.assert(
    fc.property(fc.array(instance, { minLength: 1, maxLength: 20 }), coefficient, (instances, weight) => {
      const column = (name: 'alpha' | 'beta' | 'eta'): Float64Array => Float64Array.from(instances, (one) => one[name]);
      const given = { count: instances.length, prefix: 's', with: { alpha: column('alpha'), beta: column('beta') } };
      const system = compile(defineSystem({ modules: [moduleColumns(sequenceConsistency, given)] }));
      const env = { weights: Float64Array.of(weight) };
      const gradient = new Float64Array(instances.length);
      const energy = system.gradient(column('eta'), env, gradient);
      const each = instances.map(({ eta, alpha, beta }) => ({ eta, ...sequenceConsistency({ alpha, beta }) }));
      const looped = each.reduce((sum, { eta, options }) => sum + weight * family.energy(eta, options, {}), 0);
      expect(Math.abs(energy - looped)).toBeLessThanOrEqual(1e-12 * Math.max(1, looped));
      expect(system.energy(column('eta'), env)).toBe(energy);
      each.forEach(({ eta, options }, i) => {
        const slope = weight * family.slope(eta, options, {});
        expect(Math.abs(gradient[i]! - slope)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(slope)));
      });
    }),
    { seed: 1 },
  );
});

test('slope and curvature are derivatives, and bend bounds the curvature', () => {
  fc.assert(
    fc.property(coefficient, coefficient, place, (alpha, beta, eta) => {
      const { options } = sequenceConsistency({ alpha, beta });
      const scale = Math.max(1, alpha + beta);
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
  const exact = (p: bigint, q: bigint, u: bigint): bigint => p * u * u * 2n ** 60n + q * u ** 4n;
  const spot = fc.integer({ min: 0, max: grid });
  const step = fc.oneof(spot, fc.constantFrom(1, 2, 1000));
  const size = fc.integer({ min: 0, max: 5000 });
  fc.assert(
    fc.property(spot, step, size, size, (start, by, p, q) => {
      const end = start + by <= grid ? start + by : Math.max(0, start - by);
      const { options } = sequenceConsistency({ alpha: p / 1024, beta: q / 1024 });
      const [before, after] = [start, end].map((x) => exact(BigInt(p), BigInt(q), BigInt(grid - x)));
      const expected = Number(after! - before!) / 2 ** 130;
      const got = family.difference!(start / grid, end / grid, options, {});
      expect(Math.abs(got - expected)).toBeLessThanOrEqual(1e-14 * Math.abs(expected));
    }),
    { seed: 3 },
  );
});

test('a system reads η with the options of the instance, and says which input it cannot read', () => {
  const values = [3, 1, 2, 5, 4];
  const system = defineSystem({ modules: { order: sequenceConsistency({ samples: 40, seed: 6 }) } });
  expect(readEta(system, { order: values })[0]).toBe(sampleMonotonicity(values, { samples: 40, seed: 6 }));
  expect(errorOf(() => readEta(system, { order: [1, NaN] }))).toMatchObject({
    code: 'INPUT_INVALID',
    where: 'inputs.order[1]',
  });
});
