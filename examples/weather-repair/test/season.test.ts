import { expect, test } from 'vitest';
import { placesInRuns } from '../src/runs.js';
import { calendarGap, median, seasonalMean } from '../src/season.js';
import { score } from '../src/score.js';

test('the seasonal mean of one value all year is that value, whatever single days say', () => {
  const dayOfYear = Array.from({ length: 732 }, (_, t) => t % 366);
  const readings = dayOfYear.map((_, t) => (t % 9 === 0 ? 40 : 7));
  expect(seasonalMean(readings, dayOfYear).every((mean) => Math.abs(mean - 7) < 1e-12)).toBe(true);
});

test('medians, gaps round the year and runs', () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5]);
  expect([calendarGap(1, 365), calendarGap(10, 30)]).toEqual([2, 20]);
  expect(placesInRuns([5, 5, 6]).map(({ length, repeats }) => [length, repeats])).toEqual([
    [2, false],
    [2, true],
    [1, false],
  ]);
});

test('the score counts hits, false alarms, missed days and days too close to call', () => {
  const planted = { readings: [9, 0, 5, 0.5, 0], faults: ['spike', 'none', 'spike', 'spike', 'none'] } as const;
  const repaired = { distrusted: [true, true, false, true, false], values: [1, 0, 5, 0, 0] };
  const { faulted, precision, recall, f1, before, rmse } = score([0, 0, 0, 0, 0], planted, repaired, 0, 5);
  expect([faulted, precision, recall, f1]).toEqual([2, 0.5, 0.5, 0.5]);
  expect(before).toBeCloseTo(Math.sqrt((81 + 25) / 2), 12);
  expect(rmse).toBeCloseTo(Math.sqrt((1 + 25) / 2), 12);
});
