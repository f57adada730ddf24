import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Parameters as Given, examine, potential, spectrumOf } from '../../src/index.js';
import { potentials } from '../support/parameters.js';
import { apart, cases } from '../support/reference.js';

type ExamineOptions = Parameters<typeof examine>[2];

const plain = { A: 0, a: 1, D: 0, p: 1, gamma: 0 };
const at = (...phi: number[]): Float64Array => Float64Array.from(phi);
const found = (parameters: Partial<Given>, start: Float64Array, options?: ExamineOptions) =>
  examine(potential({ ...plain, M: [1], ...parameters }), start, options);

describe('spectra', () => {
  const points = cases.flatMap(({ id, parameters, minimum, criticalPoint }) => {
    const point = minimum ?? criticalPoint;
    return point === undefined ? [] : [{ id, parameters, point }];
  });

  test.each(points)(
    'eigenvalues, scale, threshold and class are those of the reference: $id',
    ({ parameters, point }) => {
      const V = potential(parameters);
      const spectrum = spectrumOf(V, Float64Array.from(point.phi));
      // Each to its own digits, however high the cusps stand above it.
      spectrum.eigenvalues.forEach((value, i) =>
        expect(Math.abs(value / point.eigenvalues[i]! - 1)).toBeLessThan(1e-11),
      );
      expect(apart([spectrum.scale, spectrum.threshold], [point.scale, point.threshold])).toBeLessThan(1e-12);
      const { stability, pinned, spectrum: seen } = examine(V, Float64Array.from(point.start), { target: 'critical' });
      expect(seen!.flat).toBe(0);
      const start = examine(V, Float64Array.from(point.start));
      if (point.stability !== 'stable') expect(stability).toBe(point.stability);
      else expect(['stable', 'metastable']).toContain(start.stability);
      if (point.stability === 'stable') expect(start.pinned).toBe(point.pinned);
      else expect(pinned).toBe(point.pinned);
    },
  );
});

describe('each class, where the answer is known', () => {
  test('stable: a parabola, curvature 2 and 8', () => {
    const seen = found({ M: [1, 2] }, at(1, 1));
    expect(seen).toMatchObject({
      stability: 'stable',
      reason: 'converged',
      proven: true,
      deeper: null,
      barrier: null,
      value: 0,
    });
    expect(seen.spectrum).toEqual({
      eigenvalues: [2, 8],
      scale: 8,
      threshold: 8e-8,
      positive: 2,
      negative: 0,
      flat: 0,
      condition: 4,
    });
  });

  test('metastable: the higher of two wells, with the barrier before it', () => {
    const tilted = { M: [0], shift: -1, linear: [0.1], gamma: 0.25 };
    const root = (k: number) =>
      2 * Math.sqrt(2 / 3) * Math.cos(Math.acos(-0.075 * Math.sqrt(3 / 2)) / 3 - (2 * Math.PI * k) / 3);
    const value = (x: number) => -x * x + 0.25 * x ** 4 + 0.1 * x;
    const seen = found(tilted, at(1));
    expect(seen).toMatchObject({ stability: 'metastable', reason: 'converged', proven: false });
    expect(seen.value).toBeCloseTo(value(root(0)), 12);
    expect(seen.deeper).toBeCloseTo(value(root(2)), 12);
    expect(seen.barrier).toBeCloseTo(value(root(1)) - value(root(0)), 9);
    expect(found(tilted, at(-1))).toMatchObject({ stability: 'stable', deeper: null });
  });

  test('metastable: a smooth minimum above the one where all cusps lie, reference case toy-34', () => {
    const { parameters, minimum } = cases.find(({ id }) => id === 'toy-34')!;
    const [low, high] = minimum!.others!;
    const V = potential(parameters);
    const seen = examine(V, Float64Array.from(high!.phi));
    expect(seen.stability).toBe('metastable');
    expect(seen.deeper).toBeCloseTo(low!.V, 12);
    const passes = examine(V, Float64Array.from(high!.phi), { passes: true });
    expect(passes.barrier).toBeGreaterThan(0);
    expect(passes.barrier).toBeLessThan(seen.barrier!);
    expect(examine(V, Float64Array.from(low!.phi)).stability).toBe('stable');
  });

  test('metastable: an uplifted cusp above the level far out, and a well of a potential without a floor', () => {
    // V(0) = -1 + 1.1 up to d, V(∞) = 0, and the cusp holds: slope 2 against a hill of no slope at 0.
    const uplifted = found({ M: [0], A: 1, a: 2, D: 1.1, d: 1e-6 }, at(1e-3));
    expect(uplifted).toMatchObject({ stability: 'metastable', deeper: 0, barrier: null, pinned: 1 });
    expect(uplifted.value).toBeCloseTo(0.1, 5);
    expect(found({ M: [0], A: 1, a: 2, D: 0.9, d: 1e-6 }, at(1e-3))).toMatchObject({
      stability: 'stable',
      deeper: null,
    });
    expect(found({ gamma: -0.1 }, at(0.5))).toMatchObject({ stability: 'metastable', deeper: null, value: 0 });
  });

  test('marginal: a flat direction and none down, in one field as in two', () => {
    const quartic = found({ M: [1, 0], gamma: 1 }, at(0.5, 0.5));
    expect(quartic).toMatchObject({ stability: 'marginal', reason: 'converged' });
    expect(quartic.spectrum).toMatchObject({ positive: 1, negative: 0, flat: 1 });
    expect(found({ M: [0], gamma: 1 }, at(0.5)).stability).toBe('marginal');
    // One curved field is no flat one.
    expect(found({ M: [1] }, at(0.5)).stability).toBe('stable');
  });

  test('saddle: one up, one down', () => {
    const seen = found(
      {
        M: [1, 1],
        L: [
          [0, 0],
          [0, -2],
        ],
        gamma: 0.25,
      },
      at(0.1, 0.1),
      { target: 'critical' },
    );
    expect(seen.stability).toBe('saddle');
    expect(seen.spectrum!.eigenvalues[0]).toBeCloseTo(-2, 12);
    expect(seen.spectrum!.eigenvalues[1]).toBeCloseTo(2, 12);
    // Looking for a minimum, it goes on from there.
    expect(
      found(
        {
          M: [1, 1],
          L: [
            [0, 0],
            [0, -2],
          ],
          gamma: 0.25,
        },
        at(0, 0),
      ).stability,
    ).toBe('stable');
  });

  test('unstable: nothing but down', () => {
    const seen = found({ M: [0, 0], shift: -1, gamma: 0.25 }, at(0.1, -0.1), { target: 'critical' });
    expect(seen).toMatchObject({ stability: 'unstable', reason: 'converged', spectrum: { positive: 0, negative: 2 } });
  });

  test('runaway: no floor, a slope without end, an uplift that only falls', () => {
    for (const parameters of [{ gamma: -1 }, { M: [0], linear: [1] }, { M: [0], D: 1 }, { M: [0, 0], D: 1, p: 1.5 }]) {
      const start = Float64Array.from(parameters.M ?? [1], (_, i) => 1 + i);
      expect(found(parameters, start)).toMatchObject({ stability: 'runaway', reason: 'unbounded', spectrum: null });
    }
  });

  test('failed: too few steps allowed, numbers too large; the reason stands beside it', () => {
    const short = found({ M: [1], gamma: 1 }, at(3), { maxIterations: 2 });
    expect(short).toMatchObject({ stability: 'failed', reason: 'maxIterations', iterations: 2, spectrum: null });
    expect(found({ M: [1e200] }, at(1))).toMatchObject({ stability: 'failed', reason: 'nonFinite', value: null });
  });
});

describe('the search for something lower', () => {
  test('random restarts find a well that neither the origin nor the mirror image leads to', () => {
    // Wells at (±1.41, ±1.41), tilted, around a cusp that holds the origin. From the one at (+, -) the mirror image is (-, +), higher.
    const V = { M: [0, 0], shift: -1, linear: [0.1, 0.2], A: 1, a: 2, gamma: 0.25 };
    const [none, many] = [0, 20].map((restarts) => found(V, at(1.4, -1.4), { restarts }));
    expect(none).toMatchObject({ stability: 'stable', proven: false, deeper: null });
    expect(many!.stability).toBe('metastable');
    // The lowest is (-, -): lower than (+, -) by the tilt, 2 · 0.1 · 1.41.
    expect(none!.value! - many!.deeper!).toBeCloseTo(0.2 * Math.SQRT2, 1);
    expect(many).toEqual(found(V, at(1.4, -1.4), { restarts: 20 }));
  });

  test('what is proven holds: no start leads anywhere but to the origin, where V is lowest', () => {
    let proofs = 0;
    fc.assert(
      fc.property(potentials(6), ({ parameters, phi }) => {
        const V = potential({ ...parameters, linear: null });
        const seen = examine(V, phi);
        if (!seen.proven) return;
        proofs++;
        expect(seen.norm).toBeLessThan(1e-6);
        expect(V.value(phi) - seen.value!).toBeGreaterThan(-1e-15 * (1 + Math.abs(seen.value!)));
        const slope = V.gradient(phi).reduce((sum, g, i) => sum + g * phi[i]!, 0);
        expect(slope).toBeGreaterThan(-1e-15);
      }),
      { seed: 11, numRuns: 1000 },
    );
    expect(proofs).toBeGreaterThan(50);
  });
});
