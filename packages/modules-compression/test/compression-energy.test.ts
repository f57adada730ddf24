import { compile, defineSystem, derivative, isCfcError, moduleColumns, readEta, relax } from '@cfc/core';
import { checkModule } from '@cfc/core/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Sizes, compressionEnergy } from '../src/index.js';

const { family } = compressionEnergy;
const coefficient = fc.double({ min: 0, max: 10, noNaN: true });
const place = fc.double({ min: 0, max: 1, noNaN: true });

test('CompressionEnergyModule keeps its contract', () => {
  const options = [{}, { a: 0, b: 1 }, { target: 0 }, { a: 0.3, b: 4, target: 0.6 }, { b: 2, target: 0.25 }];
  const inputs = [{ raw: 10, compressed: 4 }, { raw: 1, compressed: 3 }, Uint8Array.of(1, 1, 2)];
  expect(checkModule(compressionEnergy, { options, inputs }).checks).toHaveLength(8);
});

test('the energy is 0 at the target and grows to both sides alike', () => {
  const { options } = compressionEnergy({ a: 0.75, b: 0.5, target: 0.5 });
  expect(family.energy(0.5, options, {})).toBe(0);
  expect(family.energy(0, options, {})).toBe(0.75 / 4 + 0.5 / 16);
  expect(family.energy(1, options, {})).toBe(family.energy(0, options, {}));
});

test('a relaxation ends at the target', () => {
  const system = defineSystem({ modules: { size: compressionEnergy({ b: 0.5, target: 0.3 }) } });
  const { eta } = relax(compile(system), readEta(system, { size: { raw: 10, compressed: 1 } }));
  expect(eta['size']).toBeCloseTo(0.3, 8);
});

test('the packed loop gives what the scalar functions give, to 1e-12', () => {
  const instance = fc.record({ a: coefficient, b: coefficient, target: place, eta: place });
  fc.assert(
    fc.property(fc.array(instance, { minLength: 1, maxLength: 20 }), coefficient, (instances, weight) => {
      const column = (name: 'a' | 'b' | 'target' | 'eta'): Float64Array =>
        Float64Array.from(instances, (one) => one[name]);
      const columns = { a: column('a'), b: column('b'), target: column('target') };
      const given = { count: instances.length, prefix: 'c', with: columns };
      const system = compile(defineSystem({ modules: [moduleColumns(compressionEnergy, given)] }));
      const env = { weights: Float64Array.of(weight) };
      const gradient = new Float64Array(instances.length);
      const energy = system.gradient(column('eta'), env, gradient);
      const each = instances.map(({ eta, ...given }) => ({ eta, ...compressionEnergy(given) }));
      const looped = each.reduce((sum, { eta, options }) => sum + weight * family.energy(eta, options, {}), 0);
      expect(Math.abs(energy - looped)).toBeLessThanOrEqual(1e-12 * Math.max(1, looped));
      each.forEach(({ eta, options }, i) => {
        const slope = weight * family.slope(eta, options, {});
        expect(Math.abs(gradient[i]! - slope)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(slope)));
      });
    }),
    { seed: 1 },
  );
});

test('slope and curvature are derivatives, and bend bounds the curvature and is reached', () => {
  fc.assert(
    fc.property(coefficient, coefficient, place, place, (a, b, target, eta) => {
      const { options } = compressionEnergy({ a, b, target });
      const scale = Math.max(1, a + b);
      const slope = derivative((x) => family.energy(x, options, {}), eta);
      const curvature = derivative((x) => family.slope(x, options, {}), eta);
      expect(Math.abs(family.slope(eta, options, {}) - slope)).toBeLessThan(1e-6 * scale);
      expect(Math.abs(family.curvature!(eta, options, {}) - curvature)).toBeLessThan(1e-6 * scale);
      const bound = family.bend!(eta, options, {});
      const ends = [0, 1].map((end) => family.curvature!(end, options, {}));
      expect(bound).toBeGreaterThanOrEqual(family.curvature!(eta, options, {}) * (1 - 1e-15));
      expect(Math.abs(bound - Math.max(...ends))).toBeLessThanOrEqual(1e-13 * bound);
    }),
    { seed: 2 },
  );
});

test('the difference is exact to the rounding of its factors, between neighbouring places too', () => {
  // Places and target on a grid of 2^-30, coefficients on one of 2^-10: whole-number arithmetic gives the exact value.
  const grid = 2 ** 30;
  const exact = (p: bigint, q: bigint, u: bigint): bigint => p * u * u * 2n ** 60n + q * u ** 4n;
  const spot = fc.integer({ min: 0, max: grid });
  const step = fc.oneof(spot, fc.constantFrom(1, 2, 1000));
  const size = fc.integer({ min: 0, max: 5000 });
  fc.assert(
    fc.property(spot, step, spot, size, size, (start, by, target, p, q) => {
      const end = start + by <= grid ? start + by : Math.max(0, start - by);
      const { options } = compressionEnergy({ a: p / 1024, b: q / 1024, target: target / grid });
      const [before, after] = [start, end].map((x) => exact(BigInt(p), BigInt(q), BigInt(x - target)));
      const expected = Number(after! - before!) / 2 ** 130;
      const got = family.difference!(start / grid, end / grid, options, {});
      expect(Math.abs(got - expected)).toBeLessThanOrEqual(1e-14 * Math.abs(expected));
    }),
    { seed: 3 },
  );
});

test.each([
  ['nothing', undefined, 'inputs.size', 'the input is undefined'],
  ['a number', 0.5, 'inputs.size', 'the input is 0.5'],
  ['a list', [1, 2], 'inputs.size', 'the input is a list of 2'],
  ['no bytes', new Uint8Array(0), 'inputs.size', 'there are no bytes'],
  ['a raw size of 0', { raw: 0, compressed: 0 }, 'inputs.size.raw', 'the raw size is 0'],
  ['no raw size', { compressed: 1 }, 'inputs.size.raw', 'the raw size is undefined'],
  ['an endless raw size', { raw: Infinity, compressed: 1 }, 'inputs.size.raw', 'the raw size is Infinity'],
  ['a compressed size below 0', { raw: 5, compressed: -1 }, 'inputs.size.compressed', 'the compressed size is -1'],
  ['a compressed size by name', { raw: 5, compressed: '1' }, 'inputs.size.compressed', 'the compressed size is "1"'],
])('%s is INPUT_INVALID, with its place', (_name, input, where, what) => {
  const system = defineSystem({ modules: { size: compressionEnergy() } });
  let thrown: unknown;
  try {
    readEta(system, { size: input as Sizes });
  } catch (error) {
    thrown = error;
  }
  expect(isCfcError(thrown)).toBe(true);
  expect(thrown).toMatchObject({ code: 'INPUT_INVALID', where, what });
});
