import { describe, expect, test } from 'vitest';
import {
  type Parameters,
  asymptotics,
  barrier,
  criticalBox,
  criticalPoint,
  criticalPoints,
  minimise,
  potential,
  spectrumOf,
} from '../../src/index.js';
import { cases } from '../support/reference.js';

const plain = { A: 0, a: 1, D: 0, p: 1, gamma: 0 };

/** V = -x² + x⁴/4 for each of two fields: minima at (±√2, ±√2), four saddles between them, one maximum. */
const four = potential({ ...plain, M: [0, 0], shift: -1, gamma: 0.25 });

describe('critical points', () => {
  const known = cases.flatMap(({ id, parameters, criticalPoint: point }) =>
    point === undefined ? [] : [{ id, parameters, point }],
  );

  test.each(known)(
    'that of the reference is reached from its start, as the nearest and by its index: $id',
    ({ parameters, point }) => {
      const V = potential(parameters);
      const index = point.eigenvalues.filter((value) => value < 0).length;
      for (const wanted of [null, index]) {
        const found = criticalPoint(V, Float64Array.from(point.start), wanted);
        expect(found.reason).toBe('converged');
        point.phi.forEach((x, i) => expect(Math.abs(x - found.phi[i]!)).toBeLessThan(1e-9 * (1 + Math.abs(x))));
        expect(found.value).toBeCloseTo(point.V, 12);
      }
    },
  );

  test('random starts find all of each index, and nothing else', () => {
    for (const [index, values] of [
      [0, [-2, -2, -2, -2]],
      [1, [-1, -1, -1, -1]],
      [2, [0]],
    ] as const) {
      const found = criticalPoints(four, index, { starts: 100, seed: 1 });
      expect(found.map(({ value }) => Math.round(value * 1e9) / 1e9 + 0)).toEqual(values);
      for (const { phi } of found) expect(spectrumOf(four, phi).negative).toBe(index);
    }
    expect(criticalPoints(four, null, { starts: 300, seed: 2 })).toHaveLength(9);
  });

  test('the box holds them all, those at cusps too', () => {
    const cusped = potential({
      ...plain,
      M: [1, 0.6],
      linear: [1.5, -0.7],
      A: 1,
      a: 1.5,
      D: 0.3,
      p: 1.2,
      gamma: 0.2,
      d: 1e-4,
    });
    const half = criticalBox(cusped.terms);
    const found = criticalPoints(cusped, null, { starts: 200 });
    expect(found.length).toBeGreaterThan(0);
    for (const { phi, gradient } of found) {
      expect(Math.max(...phi.map(Math.abs))).toBeLessThanOrEqual(half);
      expect(gradient).toBeLessThan(1e-9);
    }
    // V = φ² + 4φ has its only one at -2; the bound is exact there.
    expect(criticalBox(potential({ ...plain, M: [1], linear: [4] }).terms)).toBe(2);
  });

  test('a start from which there is nothing to find says so', () => {
    const slope = potential({ ...plain, M: [0], linear: [1] });
    expect(criticalPoint(slope, Float64Array.of(1), 1).reason).toBe('maxIterations');
    expect(criticalPoints(slope, 1, { starts: 3 })).toEqual([]);
    expect(() => criticalPoint(slope, Float64Array.of(1), 2)).toThrow('OPTION_INVALID');
    expect(() => criticalPoints(slope, -1)).toThrow('OPTION_INVALID');
  });
});

describe('far out', () => {
  const far = (parameters: Partial<Parameters>) => asymptotics(potential({ ...plain, M: [1, 1], ...parameters }).terms);

  test('the quartic wall decides, then the quadratic form, then the drive, then the level', () => {
    expect(far({ gamma: 1, shift: -5 }).kind).toBe('coercive');
    expect(far({}).kind).toBe('coercive');
    expect(far({ gamma: -1e-9 }).kind).toBe('unbounded');
    expect(
      far({
        L: [
          [0, 2],
          [2, 0],
        ],
      }),
    ).toMatchObject({ kind: 'unbounded', level: null });
    const driven = far({
      L: [
        [0, 1],
        [1, 0],
      ],
      linear: [1, 0],
    });
    expect(driven.kind).toBe('unbounded');
    // Flat along (1, -1): down that way.
    expect(driven.direction![0]).toBeCloseTo(-Math.SQRT1_2, 12);
    expect(driven.direction![1]).toBeCloseTo(Math.SQRT1_2, 12);
    // (x + y)² + x + y is least at -1/4, all along its valley.
    const level = far({
      L: [
        [0, 1],
        [1, 0],
      ],
      linear: [1, 1],
    });
    expect(level.kind).toBe('level');
    expect(level.level).toBeCloseTo(-0.25, 12);
  });

  test('V falls without limit along the direction that is given', () => {
    for (const parameters of [
      { gamma: -0.1 },
      {
        L: [
          [0, 2],
          [2, 0],
        ],
      },
      { M: [1, 0], linear: [0, 1] },
    ]) {
      const V = potential({ ...plain, M: [1, 1], A: 1, D: 1, ...parameters });
      const { kind, direction } = asymptotics(V.terms);
      expect(kind).toBe('unbounded');
      const along = [1e2, 1e4, 1e6].map((t) => V.value(direction!.map((x) => x * t)));
      expect(along[1]).toBeLessThan(along[0]!);
      expect(along[2]).toBeLessThan(1e2 * along[1]!);
    }
  });
});

describe('barriers', () => {
  const [left, right] = [Float64Array.of(-Math.SQRT2, Math.SQRT2), Float64Array.of(Math.SQRT2, Math.SQRT2)];

  test('between neighbouring wells it is the saddle between them', () => {
    const { height, kind, phi } = barrier(four, left, right);
    expect(kind).toBe('pass');
    expect(height).toBeCloseTo(1, 10);
    expect(phi[0]).toBeCloseTo(0, 8);
    expect(phi[1]).toBeCloseTo(Math.SQRT2, 8);
  });

  test('across the hill in the middle there is no pass from one to the other: the line is an upper bound', () => {
    const { height, kind } = barrier(
      four,
      left,
      left.map((x) => -x),
    );
    expect(kind).toBe('line');
    expect(height).toBeCloseTo(2, 9);
  });

  test('it counts from the first point, and a way down has none', () => {
    const tilted = potential({ ...plain, M: [0], shift: -1, linear: [0.1], gamma: 0.25 });
    const [low, high] = [minimise(tilted, Float64Array.of(-1)).phi, minimise(tilted, Float64Array.of(1)).phi];
    const [up, down] = [barrier(tilted, low, high), barrier(tilted, high, low)];
    expect(up.height - down.height).toBeCloseTo(tilted.value(high) - tilted.value(low), 10);
    // The roots of φ³ - 2φ + 0.1, by the cosine formula.
    const root = (k: number) =>
      2 * Math.sqrt(2 / 3) * Math.cos(Math.acos((-0.15 / 2) * Math.sqrt(3 / 2)) / 3 - (2 * Math.PI * k) / 3);
    const at = (x: number) => -x * x + 0.25 * x ** 4 + 0.1 * x;
    expect(high[0]).toBeCloseTo(root(0), 9);
    expect(low[0]).toBeCloseTo(root(2), 9);
    expect(down.height).toBeCloseTo(at(root(1)) - at(root(0)), 10);
    expect(barrier(tilted, Float64Array.of(root(1)), low).height).toBeCloseTo(0, 12);
  });

  test('one between a cusp and a smooth minimum is a pass too: reference case toy-34', () => {
    const { parameters, minimum } = cases.find(({ id }) => id === 'toy-34')!;
    const V = potential(parameters);
    const [cusped, smooth] = minimum!.others!.map(({ phi }) => Float64Array.from(phi)) as [Float64Array, Float64Array];
    const { height, kind, phi } = barrier(V, smooth, cusped);
    expect(kind).toBe('pass');
    expect(height).toBeGreaterThan(0);
    expect(spectrumOf(V, phi).negative).toBe(1);
    expect(V.value(phi) - V.value(smooth)).toBeCloseTo(height, 12);
  });
});
