import { dot } from '@cfc/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SmoothProblem, potential, trustRegion } from '../../src/index.js';
import { steihaug } from '../../src/minimise/steihaug.js';
import { potentials } from '../support/parameters.js';

/** Rosenbrock's function of two variables, least at (1, 1), where it is 0. */
const rosenbrock: SmoothProblem = {
  value: (x) => 100 * (x[1]! - x[0]! ** 2) ** 2 + (1 - x[0]!) ** 2,
  gradient: (x) => Float64Array.of(-400 * x[0]! * (x[1]! - x[0]! ** 2) - 2 * (1 - x[0]!), 200 * (x[1]! - x[0]! ** 2)),
  product: (x, v) =>
    Float64Array.of(
      (1200 * x[0]! ** 2 - 400 * x[1]! + 2) * v[0]! - 400 * x[0]! * v[1]!,
      -400 * x[0]! * v[0]! + 200 * v[1]!,
    ),
};

describe('the trust region', () => {
  test('reaches the minimum of Rosenbrock’s function from its usual start and others', () => {
    for (const start of [
      [-1.2, 1],
      [0, 0],
      [-3, -4],
      [10, 10],
    ]) {
      const { phi, reason, value, iterations } = trustRegion(rosenbrock, Float64Array.from(start));
      expect(reason).toBe('converged');
      expect(phi[0]).toBeCloseTo(1, 8);
      expect(phi[1]).toBeCloseTo(1, 8);
      expect(value).toBeLessThan(1e-16);
      expect(iterations).toBeLessThan(100);
    }
  });

  test('minimises potentials without cusps to points of no gradient and no negative curvature, and never ends above the start', () => {
    fc.assert(
      fc.property(potentials(6), ({ parameters, phi }) => {
        const V = potential({ ...parameters, A: 0 });
        const found = trustRegion(V, phi);
        expect(found.reason).toBe('converged');
        expect(found.gradient).toBeLessThan(1e-9);
        expect(found.value).toBeLessThanOrEqual(V.value(phi) + 1e-12);
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  test('walks out of a region of negative curvature by the border', () => {
    const wells = potential({ M: [0, 2], shift: -1, A: 0, a: 1, D: 0, p: 1, gamma: 0.25 });
    const { phi } = trustRegion(wells, Float64Array.of(1e-3, 0.5));
    expect(phi[0]).toBeCloseTo(Math.SQRT2, 9);
    expect(phi[1]).toBeCloseTo(0, 9);
  });

  test('says why it ends elsewhere', () => {
    const start = Float64Array.of(-1.2, 1);
    expect(trustRegion(rosenbrock, start, { maxIterations: 3 })).toMatchObject({
      reason: 'maxIterations',
      iterations: 3,
    });
    const slope: SmoothProblem = {
      value: (x) => -x[0]!,
      gradient: () => Float64Array.of(-1),
      product: () => Float64Array.of(0),
    };
    expect(trustRegion(slope, Float64Array.of(0)).reason).toBe('unbounded');
    expect(trustRegion({ ...slope, value: () => NaN }, Float64Array.of(0)).reason).toBe('nonFinite');
    expect(() => trustRegion(rosenbrock, start, { radius: 0 })).toThrow('OPTION_INVALID');
  });
});

describe('Steihaug’s conjugate gradients', () => {
  const H = [4, 1, 1, 3];
  const product = (v: ArrayLike<number>) =>
    Float64Array.of(H[0]! * v[0]! + H[1]! * v[1]!, H[2]! * v[0]! + H[3]! * v[1]!);

  test('solve the system where the solution lies inside', () => {
    const { step, border } = steihaug(Float64Array.of(-1e-6, -2e-6), product, 10);
    expect(border).toBe(false);
    // (4 1; 1 3) s = (1, 2) · 10⁻⁶
    expect(step[0]! * 1e6).toBeCloseTo(1 / 11, 2);
    expect(step[1]! * 1e6).toBeCloseTo(7 / 11, 2);
  });

  test('stop on the border where it does not, and where the curvature is negative', () => {
    const gradient = Float64Array.of(-10, -20);
    for (const image of [product, (v: ArrayLike<number>) => Float64Array.of(-v[0]!, 2 * v[1]!)]) {
      const { step, border } = steihaug(gradient, image, 0.5);
      expect(border).toBe(true);
      expect(dot(step, step)).toBeCloseTo(0.25, 12);
      expect(dot(step, gradient)).toBeLessThan(0);
    }
  });
});
