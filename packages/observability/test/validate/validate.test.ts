import { normal } from '@cfc/core';
import { describe, expect, test } from 'vitest';
import { validate } from '../../src/index.js';
import { skewness } from '../../src/validate/moments.js';
import { sampleRows } from '../helpers/sample-run.js';

const rowsOf = (changes: readonly number[]) => changes.map((change, k) => ({ step: k + 1, accepted: true, change }));
const falling = Array.from({ length: 60 }, (_, k) => -(0.8 ** k));

describe('skewness', () => {
  test('is that of the book: 1, 2, 3, 4, 10 have 1.1384 (scipy.stats.skew)', () => {
    expect(skewness([1, 2, 3, 4, 10])).toBeCloseTo(1.1384199576606167, 12);
    expect(skewness([-1, -2, -3, -4, -10])).toBeCloseTo(-1.1384199576606167, 12);
  });

  test('is null where nothing varies', () => {
    expect(skewness([2, 2, 2])).toBeNull();
    expect(skewness([])).toBeNull();
  });
});

describe('validate', () => {
  test('a relaxation with a geometric tail goes downhill', () => {
    const found = validate(rowsOf(falling));
    expect(found).toMatchObject({ ok: true, steps: 60, nonPositive: 1 });
    expect(found.skewness!.low).toBeLessThan(found.skewness!.value);
    expect(found.skewness!.high).toBeLessThan(0);
  });

  test('a real run does', () => {
    expect(validate(sampleRows()).ok).toBe(true);
  });

  test('one that climbs does not, nor one whose falls and rises are alike', () => {
    expect(validate(rowsOf(falling.map((change) => -change))).claims.map(({ ok }) => ok)).toEqual([false, false]);
    const noise = Array.from({ length: 200 }, (_, k) => normal(5, 0, k));
    expect(validate(rowsOf(noise)).claims.map(({ ok }) => ok)).toEqual([false, false]);
  });

  test('rises that are rare enough are allowed, as many as the share says', () => {
    const some = [...falling, 1e-9, 1e-9];
    expect(validate(rowsOf(some)).ok).toBe(true);
    expect(validate(rowsOf(some), { share: 0.99 }).claims[0]!.ok).toBe(false);
  });

  test('refused steps do not count, and few steps tell nothing', () => {
    const refused = { step: 9, accepted: false, change: 0 };
    expect(validate([...rowsOf(falling), refused]).steps).toBe(60);
    expect(validate(rowsOf([-1, -0.5, -0.1])).claims[1]!.seen).toContain('too few');
    expect(validate(rowsOf(Array.from({ length: 20 }, () => -1))).claims[1]!.seen).toBe('all ΔF are equal');
    expect(validate([refused])).toMatchObject({ ok: false, steps: 0, nonPositive: null });
  });

  test('is the same for the same rows', () => {
    expect(validate(rowsOf(falling))).toEqual(validate(rowsOf(falling)));
  });

  test('a table without ΔF and a share out of range are refused', () => {
    expect(() => validate([{ step: 1 }])).toThrow('INPUT_INVALID: the table has no numbers in the column change');
    expect(() => validate(rowsOf(falling), { share: 0 })).toThrow('OPTION_INVALID');
    expect(() => validate(rowsOf(falling), { share: Number.NaN })).toThrow('OPTION_INVALID');
  });
});
