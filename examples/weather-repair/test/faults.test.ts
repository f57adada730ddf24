import { expect, test } from 'vitest';
import { HALF, seattle } from '../src/data.js';
import { plantAll } from '../src/faults.js';
import { placesInRuns } from '../src/runs.js';

const truth = seattle();

test('the record has four years of days', () => {
  expect(truth.date).toHaveLength(1461);
  expect(truth.date[HALF]).toBe('2014-01-01');
  expect([truth.max[0], truth.min[0], truth.dayOfYear[HALF - 1]]).toEqual([12.8, 5, 364]);
});

test('the same seed plants the same faults, another seed others', () => {
  expect(plantAll(truth, 3)).toEqual(plantAll(truth, 3));
  expect(plantAll(truth, 3)).not.toEqual(plantAll(truth, 4));
});

test.each(['bad reading', 'last reading'] as const)('every fault is labelled as what it is (%s)', (stuckAt) => {
  for (const sensor of ['max', 'min'] as const) {
    const { readings, faults } = plantAll(truth, 5, stuckAt)[sensor];
    const places = placesInRuns(readings);
    const count = { none: 0, spike: 0, dropout: 0, stuck: 0 };
    faults.forEach((fault, t) => {
      count[fault]++;
      const off = Math.abs(readings[t]! - truth[sensor][t]!);
      if (fault === 'none') expect(off).toBe(0);
      if (fault === 'spike') expect(off > 5.9 && off < 18.1).toBe(true);
      if (fault === 'dropout') expect(readings[t]).toBe(0);
      if (fault === 'stuck') expect(places[t]!.length).toBeGreaterThanOrEqual(4);
    });
    expect([count.spike, count.dropout]).toEqual([44, 14]);
    expect(count.stuck >= 12 * 4 && count.stuck <= 12 * 10).toBe(true);
  }
});
