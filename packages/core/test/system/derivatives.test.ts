import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type CompiledSystem,
  type System,
  compile,
  defineModule,
  defineSystem,
  derivative,
  localSlope,
} from '../../src/index.js';
import { holds, real } from '../support/property.js';
import { built, everyFamily, gradientOf, hessianOf, specs, systemOf } from '../support/systems.js';
import { codeOf } from '../support/errors.js';
import { mixed, mixedStart } from '../support/mixed.js';

const inside = specs(everyFamily).map((spec) => ({ ...spec, eta: spec.eta.map((x) => 0.001 + 0.998 * x) }));
const size = (values: Readonly<Float64Array>): number => values.reduce((most, x) => Math.max(most, Math.abs(x)), 1);

/** The same system without its families' own loops. */
function looped(system: System): CompiledSystem {
  const bare = <G extends { readonly family: object }>(group: G): G => {
    const family: Record<string, unknown> = { ...group.family };
    delete family['pack'];
    return { ...group, family };
  };
  return compile({ ...system, modules: system.modules.map(bare), couplings: system.couplings.map(bare) });
}

test('packed loops give what loops over the scalar functions give', () => {
  holds(
    fc.property(specs(everyFamily), (spec) => {
      const { system, eta } = built(spec);
      const slow = looped(systemOf(spec));
      const scale = system.termEnergies(eta, system.unit).reduce((total, x) => total + Math.abs(x), 1);
      expect(Math.abs(system.energy(eta, system.unit) - slow.energy(eta, slow.unit))).toBeLessThanOrEqual(
        1e-12 * scale,
      );
      const [fast, plain] = [gradientOf(system, eta), gradientOf(slow, eta)];
      fast.forEach((slope, i) => expect(Math.abs(slope - plain[i]!)).toBeLessThanOrEqual(1e-12 * size(plain)));
    }),
    300,
  );
});

test('energy alone and energy with gradient are the same bits', () => {
  holds(
    fc.property(specs(everyFamily), (spec) => {
      const { system, eta } = built(spec);
      const gradient = new Float64Array(system.size).fill(NaN);
      expect(system.gradient(eta, system.unit, gradient)).toBe(system.energy(eta, system.unit));
      expect(gradient.every(Number.isFinite)).toBe(true);
    }),
  );
});

test('the gradient is that of the energy by differences', () => {
  holds(
    fc.property(inside, (spec) => {
      const { system, eta } = built(spec);
      const gradient = gradientOf(system, eta);
      gradient.forEach((slope, i) => {
        const at = (x: number): number =>
          system.energy(
            eta.map((old, j) => (j === i ? x : old)),
            system.unit,
          );
        expect(Math.abs(slope - derivative(at, eta[i]!, 1e-7))).toBeLessThanOrEqual(2e-6 * size(gradient));
      });
    }),
  );
});

test('the Hessian product is the change of the gradient along the direction', () => {
  const smooth = specs(['quadratic', 'gateBenefit', 'dampedGateBenefit', 'wave']);
  holds(
    fc.property(smooth, fc.array(real(-1, 1), { minLength: 6, maxLength: 6 }), (spec, direction) => {
      const { system, eta } = built({ ...spec, eta: spec.eta.map((x) => 0.05 + 0.9 * x) });
      const v = Float64Array.from(direction.slice(0, system.size));
      const product = new Float64Array(system.size);
      system.hessianProduct(eta, system.unit, v, product);
      const h = 1e-6;
      const [up, down] = [h, -h].map((step) =>
        gradientOf(
          system,
          eta.map((x, i) => x + step * v[i]!),
        ),
      );
      product.forEach((entry, i) => {
        expect(Math.abs(entry - (up![i]! - down![i]!) / (2 * h))).toBeLessThanOrEqual(1e-6 * size(product));
      });
    }),
  );
});

test('the Hessian is symmetric, and its diagonal is what hessianDiagonal gives', () => {
  holds(
    fc.property(specs(everyFamily), (spec) => {
      const { system, eta } = built(spec);
      const rows = hessianOf(system, eta);
      const diagonal = system.hessianDiagonal(eta, system.unit);
      rows.forEach((row, i) => {
        expect(Math.abs(row[i]! - diagonal[i]!)).toBeLessThanOrEqual(1e-12 * size(row));
        row.forEach((entry, j) => expect(Math.abs(entry - rows[j]![i]!)).toBeLessThanOrEqual(1e-12 * size(row)));
      });
    }),
  );
});

test('term energies add up to the energy, and terms of weight 0 are left out', () => {
  holds(
    fc.property(specs(everyFamily), (spec) => {
      const { system, eta } = built(spec);
      const terms = system.termEnergies(eta, system.unit);
      const total = terms.reduce((sum, x) => sum + x, 0);
      expect(Math.abs(total - system.energy(eta, system.unit))).toBeLessThanOrEqual(1e-14 * size(terms) * terms.length);
      const none = { weights: new Float64Array(system.terms.length) };
      expect(system.energy(eta, none)).toBe(0);
      expect([...gradientOf(system, eta, none)].every((slope) => slope === 0)).toBe(true);
    }),
  );
});

test('local slopes are the gradient of the modules alone', () => {
  const weights = mixed.unit.weights.map((weight, t) => (mixed.terms[t]!.kind === 'local' ? weight : 0));
  const expected = gradientOf(mixed, mixedStart, { weights });
  expected.forEach((slope, i) => expect(localSlope(mixed, i, mixedStart[i]!, mixed.unit)).toBeCloseTo(slope, 14));
});

test('without exact second derivatives there is no product and no diagonal', () => {
  const plain = { meaning: '', options: {}, eta: (input: number) => input, energy: () => 0, slope: () => 0 };
  const blunt = compile(defineSystem({ modules: { x: defineModule({ name: 'BluntModule', ...plain })() } }));
  const eta = Float64Array.of(0.5);
  expect(codeOf(() => blunt.hessianDiagonal(eta, blunt.unit))).toBe('CAPABILITY_MISSING');
  expect(codeOf(() => blunt.hessianProduct(eta, blunt.unit, eta, new Float64Array(1)))).toBe('CAPABILITY_MISSING');
});
