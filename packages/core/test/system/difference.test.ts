import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dampedGateBenefit } from '../../src/index.js';
import { type Exact, exact, minus, plus, rounded, times } from '../support/exact.js';
import { holds, real } from '../support/property.js';
import { type Spec, built, everyFamily, gradientOf, specs } from '../support/systems.js';

test('the difference of two points is that of their energies', () => {
  holds(
    fc.property(specs(everyFamily), fc.array(real(0, 1), { minLength: 6, maxLength: 6 }), (spec, other) => {
      const { system, eta } = built(spec);
      const to = Float64Array.from(other.slice(0, system.size));
      const plain = system.energy(to, system.unit) - system.energy(eta, system.unit);
      const scale = [...system.termEnergies(eta, system.unit), ...system.termEnergies(to, system.unit)];
      const rounding = 1e-13 * scale.reduce((total, x) => total + Math.abs(x), 1);
      expect(Math.abs(system.difference(eta, to, system.unit) - plain)).toBeLessThanOrEqual(rounding);
      expect(system.difference(eta, eta, system.unit)).toBe(0);
      expect(system.difference(to, eta, system.unit)).toBeCloseTo(-system.difference(eta, to, system.unit), 12);
    }),
  );
});

test('where the points are 1e-9 apart it is the exact difference to 14 digits of its parts', () => {
  const families = ['quadratic', 'directedHinge', 'asymmetricHinge', 'gateBenefit'] as const;
  const steps = fc.array(real(-1, 1), { minLength: 6, maxLength: 6 });
  holds(
    fc.property(specs(families), steps, (spec, directions) => {
      const { system, eta } = built({ ...spec, eta: spec.eta.map((x) => 0.01 + 0.98 * x) });
      const to = eta.map((x, i) => x + 1e-9 * directions[i]!);
      const expected = rounded(
        minus(exactEnergy(spec, system.unit.weights, to), exactEnergy(spec, system.unit.weights, eta)),
      );
      const parts = 20 * (spec.modules.length + spec.links.length);
      expect(Math.abs(system.difference(eta, to, system.unit) - expected)).toBeLessThanOrEqual(1e-9 * 1e-14 * parts);
    }),
  );
});

test.each([0.5, 1, 1.5, 2, 3])('so it is for DampedGateBenefitCoupling with power %d', (etaPower) => {
  const { family, options } = dampedGateBenefit({ etaPower, signal: 's' });
  for (const from of [0.001, 0.3, 0.9]) {
    const to = from + 1e-9;
    const step = to - from;
    const expected = {
      0.5: step / (Math.sqrt(to) + Math.sqrt(from)),
      1: step,
      1.5: (step * (to * to + to * from + from * from)) / (to ** 1.5 + from ** 1.5),
      2: step * (to + from),
      3: step * (to * to + to * from + from * from),
    }[etaPower]!;
    const actual = family.difference!(from, 0, to, 1, options, { s: 1 });
    expect(Math.abs(actual + expected)).toBeLessThanOrEqual(4e-16 * 4 * expected);
    expect(family.difference!(0, 0, from, 0, options, { s: 1 })).toBe(-(from ** etaPower));
    expect(family.difference!(from, 0, 0, 0, options, { s: 1 })).toBeCloseTo(from ** etaPower, 15);
  }
});

test('a shift tells the change of energy and leaves what it was given alone', () => {
  holds(
    fc.property(specs(everyFamily), fc.nat(5), real(0, 1), (spec, row, value) => {
      const { system, eta } = built(spec);
      const i = row % system.size;
      const to = eta.map((x, j) => (j === i ? value : x));
      const before = Float64Array.from(eta);
      const change = system.shift(i, value, eta, system.unit, null);
      const scale = system.termEnergies(eta, system.unit).reduce((total, x) => total + Math.abs(x), 1);
      expect(Math.abs(change - system.difference(eta, to, system.unit))).toBeLessThanOrEqual(1e-13 * scale);
      expect(eta).toEqual(before);
    }),
    300,
  );
});

test('a shift brings the gradient to what a fresh evaluation gives', () => {
  holds(
    fc.property(specs(everyFamily), fc.nat(5), real(0, 1), (spec, row, value) => {
      const { system, eta } = built(spec);
      const i = row % system.size;
      const gradient = gradientOf(system, eta);
      const scale = gradient.reduce((most, x) => Math.max(most, Math.abs(x)), 1);
      system.shift(i, value, eta, system.unit, gradient);
      const fresh = gradientOf(
        system,
        eta.map((x, j) => (j === i ? value : x)),
      );
      fresh.forEach((slope, j) => {
        expect(Math.abs(gradient[j]! - slope)).toBeLessThanOrEqual(1e-12 * Math.max(scale, Math.abs(slope)));
      });
    }),
    300,
  );
});

/** The energy of polynomial families without any rounding. */
function exactEnergy({ modules, links, signals }: Spec, weights: Readonly<Float64Array>, eta: Float64Array): Exact {
  const at = Array.from(eta, exact);
  const families = [...new Set(links.map(({ family }) => family))];
  const parts = modules.map(({ a, b, h }, i) => {
    const square = times(at[i]!, at[i]!);
    const even = times(square, plus(exact(a), times(exact(b), square)));
    return times(exact(weights[0]!), minus(even, times(exact(h), at[i]!)));
  });
  for (const { family, ends, weight, x, y, signal } of links) {
    const [first, second] = [at[ends[0]]!, at[ends[1]]!];
    const factor = times(exact(weights[1 + families.indexOf(family)]!), exact(weight));
    if (family === 'gateBenefit') {
      parts.push(times(factor, times(exact(-signals[signal]), first)));
      continue;
    }
    const [alpha, beta] = family === 'asymmetricHinge' ? [exact(x), exact(y)] : [exact(1), exact(1)];
    const gap = minus(times(beta, second), times(alpha, first));
    if (family === 'quadratic' || gap.n > 0n) parts.push(times(factor, times(gap, gap)));
  }
  return parts.reduce(plus);
}
