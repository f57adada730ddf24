import { normal, uniform } from '@cfc/core';
import { describe, expect, test } from 'vitest';
import { minimise, potential } from '../../src/index.js';
import { descend } from '../../src/minimise/descend.js';
import { settle } from '../../src/minimise/settle.js';
import { sharedWorkspace } from '../../src/minimise/workspace.js';
import { drawParameters, drawStart } from '../../src/potential/draw.js';
import { drawsOf, seedOf } from '../../src/potential/random.js';
import { defaultMixture, regimeOf } from '../../src/potential/regimes.js';
import { emptyTerms } from '../../src/potential/terms.js';
import { cases } from '../support/reference.js';

describe('reference minima', () => {
  const known = cases.flatMap(({ id, n, parameters, minimum }) =>
    minimum === undefined ? [] : [{ id, n, parameters, minimum }],
  );

  test('43 cases have one', () => {
    expect(known).toHaveLength(43);
  });

  test.each(known)('one is reached from the start of $id, of $n fields', ({ parameters, minimum }) => {
    const found = minimise(potential(parameters), Float64Array.from(minimum.start));
    expect(found.reason).toBe('converged');
    expect(found.iterations).toBeLessThan(20);
    expect(found.gradient).toBeLessThan(1e-8);
    const minima = minimum.others ?? [minimum];
    const nearest = minima.find(({ phi }) =>
      phi.every((x, i) => Math.abs(x - found.phi[i]!) < 1e-9 * (1 + Math.abs(x))),
    );
    expect(nearest).toBeDefined();
    expect(Math.abs(found.value - nearest!.V)).toBeLessThan(1e-13 * (1 + Math.abs(nearest!.V)));
  });
});

describe('random potentials', () => {
  test.each([1e-4, 1e-8])('all of 3,200 of 1 to 32 fields end at positive definite minima, d = %f', (d) => {
    for (let n = 1; n <= 32; n++) {
      const [terms, work] = [emptyTerms(n), sharedWorkspace(n)];
      terms.d = d;
      for (let at = 0; at < 100; at++) {
        const seed = seedOf(1, `minimise ${n}`, String(at));
        drawParameters(terms, regimeOf(defaultMixture, drawsOf(seed, 0, 'regime')(0)), drawsOf(seed, 0, 'parameters'));
        drawStart(work.phi, drawsOf(seed, 0, 'start'));
        const { reason, definite, iterations } = descend(terms, work, { tolerance: 1e-10, maxIterations: 200 });
        expect({ n, at, reason, definite }).toEqual({ n, at, reason: 'converged', definite: true });
        expect(iterations).toBeLessThan(60);
      }
    }
  });
});

describe('hard potentials', () => {
  test('strong drives, tachyonic fields at rest on their cusps, cusps of all widths: 4,256 of 4,256', () => {
    let count = 0;
    for (const n of [1, 2, 4, 7, 12, 20]) {
      for (const d of [1e-2, 1e-4, 1e-8, 1e-12]) {
        for (const spread of [0.3, 1, 5, 50]) {
          for (const strength of [1, 25]) count += solved(n, d, spread, strength, 21 + Number(n === 20) * 7);
        }
      }
    }
    expect(count).toBe(4256);
  });

  /** Solves as many as `draws` says, every third from the origin; all have to converge to positive definite minima. */
  function solved(n: number, d: number, spread: number, strength: number, draws: number): number {
    const [terms, work] = [emptyTerms(n), sharedWorkspace(n)];
    terms.d = d;
    for (let at = 0; at < draws; at++) {
      const seed = seedOf(2, `hard ${n} ${d} ${spread} ${strength}`, String(at));
      drawParameters(terms, 'generic', drawsOf(seed, 0, 'parameters'));
      terms.A *= strength;
      for (let i = 0; i < n; i++) {
        terms.c[i] = uniform(seed, 90, i) < 0.7 ? spread * normal(seed, 91, i) : 0;
        terms.k[i]! -= uniform(seed, 92, i) < 0.3 ? 4 : 0;
      }
      drawStart(work.phi, drawsOf(seed, 0, 'start'));
      if (at % 3 === 0) work.phi.fill(0);
      const { reason, definite, iterations } = settle(terms, work, { tolerance: 1e-10, maxIterations: 200 });
      expect({ n, d, spread, strength, at, reason, definite }).toMatchObject({ reason: 'converged', definite: true });
      expect(iterations).toBeLessThan(100);
    }
    return draws;
  }
});

describe('where it ends', () => {
  const wells = potential({ M: [0, 2], shift: -1, A: 0, a: 1, D: 0, p: 1, gamma: 0.25 });

  test('it leaves a saddle that it is started on, for a minimum', () => {
    const { phi, value, reason } = minimise(wells, Float64Array.of(0, 0));
    expect(reason).toBe('converged');
    // V = -x² + 3y² + (x⁴ + y⁴) / 4: minima at x = ±√2, y = 0, V = -1.
    expect(Math.abs(phi[0]!)).toBeCloseTo(Math.SQRT2, 10);
    expect(value).toBeCloseTo(-1, 12);
  });

  test('it finds a degenerate minimum, to which Newton steps come only one third nearer each', () => {
    const quartic = potential({ M: [0], A: 0, a: 1, D: 0, p: 1, gamma: 1 });
    const { phi, reason } = minimise(quartic, Float64Array.of(1));
    expect(reason).toBe('converged');
    expect(Math.abs(phi[0]!)).toBeLessThan(1e-8);
  });

  test('a field that a drive pulls off its cusp leaves to the right side; one that it cannot pull off stays', () => {
    const pulled = (c: number) =>
      minimise(potential({ M: [1], linear: [c], A: 1, a: 1, D: 0, p: 1, gamma: 0, d: 1e-8 }), Float64Array.of(0));
    // ∂V = 2φ + c + e^{-|φ|} sign φ: at rest on the cusp for |c| < 1.
    const inside = pulled(0.6).phi[0]!;
    expect(inside / -0.75e-8).toBeCloseTo(1, 6);
    const outside = pulled(3).phi[0]!;
    expect(2 * outside + 3 - Math.exp(outside)).toBeCloseTo(0, 9);
    expect(pulled(-3).phi[0]).toBe(-outside);
  });

  test('the step limit, numbers without end and fields without end are told apart', () => {
    expect(minimise(wells, Float64Array.of(0.3, 0.2), { maxIterations: 1 })).toMatchObject({
      reason: 'maxIterations',
      iterations: 1,
    });
    const vast = potential({ M: [1e200], A: 0, a: 1, D: 0, p: 1, gamma: 0 });
    expect(minimise(vast, Float64Array.of(1)).reason).toBe('nonFinite');
    const steep = { A: 0, a: 1, D: 0, p: 1, gamma: 0 };
    expect(minimise(potential({ ...steep, M: [0], linear: [1] }), Float64Array.of(1)).reason).toBe('unbounded');
    expect(minimise(potential({ ...steep, M: [1], gamma: -1 }), Float64Array.of(1)).reason).toBe('unbounded');
    // Far away, and yet a minimum.
    const far = minimise(potential({ ...steep, M: [1], linear: [1e10] }), Float64Array.of(1));
    expect(far).toMatchObject({ reason: 'converged', phi: Float64Array.of(-5e9) });
  });

  test('V that falls towards its value at infinity has no minimum, however small its gradient', () => {
    for (const M of [[0], [0, 0], [0, 0, 0]]) {
      const tail = potential({ M, A: 0, a: 1, D: 1, p: 1, gamma: 0 });
      expect(
        minimise(
          tail,
          Float64Array.from(M, (_, i) => 1 + i),
        ).reason,
      ).toBe('unbounded');
    }
  });

  test('options and starts are checked', () => {
    expect(() => minimise(wells, Float64Array.of(1))).toThrow('INPUT_INVALID');
    expect(() => minimise(wells, Float64Array.of(0, 0), { tolerance: 0 })).toThrow('OPTION_INVALID');
    expect(() => minimise(wells, Float64Array.of(0, 0), { maxIterations: -1 })).toThrow('OPTION_INVALID');
    // @ts-expect-error -- no such option
    expect(() => minimise(wells, Float64Array.of(0, 0), { gtol: 1 })).toThrow('OPTION_UNKNOWN');
  });
});
