import { beforeAll, describe, expect, test } from 'vitest';
import type { Conclusion } from '../src/index.js';
import type { Found } from '../src/landau-sweep/cells.js';
import { orderOf, orderedMinimum, spinodal } from '../src/landau-sweep/exact.js';
import { landauSweep } from '../src/landau-sweep/landau-sweep.js';
import { expectWhole, quick, verdicts } from './quick.js';

const slope = (eta: number, a: number, b: number, h: number): number => 2 * a * eta + 4 * b * eta ** 3 - h;

describe('the formulas', () => {
  test('the ordered phase has slope 0 inside the box, and none above a = 0', () => {
    for (const [a, b] of [
      [-0.5, 1],
      [-1.9, 1],
      [-2.5, 2],
    ] as const) {
      expect(orderOf(a, b)).toBeLessThan(1);
      expect(slope(orderOf(a, b), a, b, 0)).toBeCloseTo(0, 12);
    }
    expect([orderOf(0.1, 1), orderOf(0, 1), orderOf(-3, 1)]).toEqual([0, 0, 1]);
  });

  test('the ordered minimum in a field has slope 0 and curves upward, and meets the barrier at the spinodal', () => {
    for (const a of [-0.5, -1, -1.5]) {
      const limit = spinodal(a, 1);
      for (const share of [-0.5, 0, 0.5, 0.9]) {
        const eta = orderedMinimum(a, 1, share * limit);
        expect(slope(eta, a, 1, share * limit)).toBeCloseTo(0, 12);
        expect(2 * a + 12 * eta * eta).toBeGreaterThan(0);
      }
      const end = orderedMinimum(a, 1, limit);
      expect(end).toBeCloseTo(Math.sqrt(-a / 6), 12);
      expect(slope(end, a, 1, limit)).toBeCloseTo(0, 12);
      expect(2 * a + 12 * end * end).toBeCloseTo(0, 12);
    }
  });
});

describe('the quick run', () => {
  let rows: readonly Found[];
  let conclusion: Conclusion;
  beforeAll(() => {
    ({ rows, conclusion } = quick<Found>('landau-sweep'));
  });

  test('has more order the lower a is, from every start but 0', () => {
    for (const way of ['from 0.5', 'from 0.000001']) {
      const eta = rows.filter((row) => row.way === way && row.b === 1).map((row) => row.eta);
      expect(eta.length).toBeGreaterThan(50);
      for (let k = 1; k < eta.length; k++) expect(eta[k]!).toBeLessThanOrEqual(eta[k - 1]! + 1e-9);
    }
    for (const { eta } of rows.filter(({ way }) => way === 'from 0')) expect(eta).toBe(0);
  });

  test('goes another way up than down between the spinodal and h = 0 alone', () => {
    const loop = rows.filter(({ sweep, a }) => sweep === 'h' && a === -1);
    const up = new Map(loop.filter(({ way }) => way === 'up').map(({ h, eta }) => [h, eta]));
    for (const { h, eta } of loop.filter(({ way }) => way === 'down')) {
      const between = h > spinodal(-1, 1) && h < 0;
      if (between) expect(eta - up.get(h)!).toBeGreaterThan(0.4);
      else expect(Math.abs(eta - up.get(h)!)).toBeLessThan(1e-6);
    }
  });

  test('comes to its verdicts, and would come to others from other rows', () => {
    expect(verdicts(conclusion)).toEqual(['confirmed', 'partly confirmed', 'confirmed']);
    const flat = rows.map((row) => ({ ...row, eta: 0.5 * row.exact }));
    expect(verdicts(landauSweep.conclude(flat)).slice(0, 2)).toEqual(['partly confirmed', 'refuted']);
  });

  test('tells all of it', () => expectWhole(conclusion));
});
