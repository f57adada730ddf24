import { compile, defineSystem, derivative, moduleColumns, readEta, relax } from '@cfc/core';
import { checkModule } from '@cfc/core/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { connectivity, largestComponentFraction } from '../src/index.js';
import { errorOf } from './by-search.js';

const { family } = connectivity;
const coefficient = fc.double({ min: 0, max: 10, noNaN: true });
const place = fc.double({ min: 0, max: 1, noNaN: true });

test('ConnectivityModule keeps its contract', () => {
  const options = [{}, { alpha: 0 }, { beta: 0 }, { alpha: 0.3, beta: 4 }];
  const inputs = [
    { width: 1, height: 1, open: 0 },
    { width: 8, height: 5, open: 0.5, periodic: true, shortcuts: 0.1, seed: 3 },
    { nodes: 4, edges: [[0, 1]] as const },
    { nodes: 4, edges: Int32Array.of(0, 1, 2, 3), open: 0.7 },
  ];
  expect(checkModule(connectivity, { options, inputs }).checks).toHaveLength(8);
});

test('the energy is 0 for a graph in one piece and alpha + beta where it has none', () => {
  const { options } = connectivity({ alpha: 0.75, beta: 0.5 });
  expect(family.energy(1, options, {})).toBe(0);
  expect(family.energy(0, options, {})).toBe(1.25);
  expect(family.energy(0.5, options, {})).toBe(0.75 / 4 + 0.5 / 16);
});

test('the packed loop gives what the scalar functions give, to 1e-12', () => {
  const instance = fc.record({ alpha: coefficient, beta: coefficient, eta: place });
  fc.assert(
    fc.property(fc.array(instance, { minLength: 1, maxLength: 20 }), coefficient, (instances, weight) => {
      const column = (name: 'alpha' | 'beta' | 'eta'): Float64Array => Float64Array.from(instances, (one) => one[name]);
      const given = { count: instances.length, prefix: 'c', with: { alpha: column('alpha'), beta: column('beta') } };
      const system = compile(defineSystem({ modules: [moduleColumns(connectivity, given)] }));
      const env = { weights: Float64Array.of(weight) };
      const gradient = new Float64Array(instances.length);
      const energy = system.gradient(column('eta'), env, gradient);
      const each = instances.map(({ eta, alpha, beta }) => ({ eta, ...connectivity({ alpha, beta }) }));
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

test('slope and curvature are derivatives, and bend bounds the curvature', () => {
  fc.assert(
    fc.property(coefficient, coefficient, place, (alpha, beta, eta) => {
      const { options } = connectivity({ alpha, beta });
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

test('a system reads the largest component, and says which input it cannot read', () => {
  const system = defineSystem({ modules: { net: connectivity() } });
  const grid = { width: 20, height: 30, open: 0.45, seed: 6 };
  expect(readEta(system, { net: grid })[0]).toBe(largestComponentFraction(grid));
  const broken = { nodes: 2, edges: [[0, 2]] as const };
  expect(errorOf(() => readEta(system, { net: broken }))).toMatchObject({
    code: 'INPUT_INVALID',
    where: 'inputs.net.edges[0][1]',
  });
});

test('relaxing moves the order parameter and not the graph: alone it ends at 1, whatever was read', () => {
  const system = defineSystem({ modules: { net: connectivity() } });
  const input = { width: 20, height: 20, open: 0.2 };
  const before = readEta(system, { net: input });
  expect(before[0]).toBeLessThan(0.2);
  expect(relax(compile(system), before).eta['net']).toBeGreaterThan(0.999);
  expect(readEta(system, { net: input })).toEqual(before);
});
