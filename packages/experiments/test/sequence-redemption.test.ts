import { beforeAll, describe, expect, test } from 'vitest';
import type { Conclusion } from '../src/index.js';
import type { Found, Method } from '../src/sequence-redemption/cells.js';
import { sequenceRedemption } from '../src/sequence-redemption/sequence-redemption.js';
import { total } from '../src/over-seeds.js';
import { expectWhole, quick, verdicts } from './quick.js';

describe('the quick run', () => {
  let rows: readonly Found[];
  let conclusion: Conclusion;
  beforeAll(() => {
    ({ rows, conclusion } = quick<Found>('sequence-redemption'));
  });
  const wrong = (some: readonly Found[], method: Method): number =>
    total(
      some.filter((row) => row.method === method),
      ({ wrongEarly }) => wrongEarly,
    );

  test('has the error rate of a coin seen through noise where only the prefix is known: Φ(-1 / σ)', () => {
    for (const [noise, rate] of [
      [1, 0.1587],
      [2, 0.3085],
      [4, 0.4013],
    ] as const) {
      const some = rows.filter((row) => row.noise === noise);
      const count = total(
        some.filter(({ method }) => method === 'exact filter'),
        ({ early }) => early,
      );
      const error = Math.sqrt((rate * (1 - rate)) / count);
      expect(Math.abs(wrong(some, 'exact filter') / count - rate)).toBeLessThan(3 * error);
      expect(wrong(some, 'prefix energy')).toBe(wrong(some, 'exact filter'));
    }
  });

  test('errs least with all that was seen, and less with context than without', () => {
    expect(wrong(rows, 'exact smoother')).toBeLessThanOrEqual(wrong(rows, 'context'));
    expect(wrong(rows, 'context')).toBeLessThan(wrong(rows, 'exact filter'));
    expect(wrong(rows, 'context, gated')).toBeLessThan(wrong(rows, 'exact filter'));
  });

  test('counts corrected and broken decisions so that they add up to the difference in errors', () => {
    const before = new Map(
      rows
        .filter(({ method }) => method === 'prefix energy')
        .map((row) => [`${row.noise} ${row.seed} ${row.sequence}`, row]),
    );
    for (const row of rows) {
      const was = before.get(`${row.noise} ${row.seed} ${row.sequence}`)!;
      expect(was.wrongEarly - row.wrongEarly).toBe(row.correctedEarly - row.brokenEarly);
      expect(was.wrongEarly + was.wrongLate - row.wrongEarly - row.wrongLate).toBe(row.corrected - row.broken);
    }
  });

  test('comes to its verdicts, and would come to others from other rows', () => {
    expect(verdicts(conclusion).slice(0, 2)).toEqual(['partly confirmed', 'confirmed']);
    const idle = rows.map((row) => ({ ...row, wrongEarly: 3, corrected: 1, broken: 1, deltaF: -1 }));
    expect(verdicts(sequenceRedemption.conclude(idle))[0]).toBe('refuted');
    expect(verdicts(sequenceRedemption.conclude(idle))[2]).toBe('refuted');
  });

  test('tells all of it', () => expectWhole(conclusion));
});
