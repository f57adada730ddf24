import { describe, expect, test } from 'vitest';
import { adaptersDocument, median } from '../../src/bench/adapters/adapters-document.js';
import { adaptersTask, type GraphCase } from '../../src/bench/adapters/adapters-task.js';
import { contestants } from '../../src/bench/adapters/contestants.js';

const given: GraphCase = { family: 'barabasi-albert', size: 60, seed: 3, steps: 80 };

describe('one graph for all contestants', () => {
  const results = adaptersTask(given);

  test('every contestant ends at or above the true minimum, within the steps', () => {
    expect(results.map(({ adapter }) => adapter)).toEqual(contestants.map(({ name }) => name));
    for (const { gapToMinimum, steps } of results) {
      expect(gapToMinimum).toBeGreaterThan(-1e-10);
      expect(steps).toBeLessThanOrEqual(given.steps);
    }
  });

  test('ΔF90 is known just where less than a tenth of the way was ever left', () => {
    const plain = results[0]!;
    expect(plain.shareLeft).toBeLessThan(0.1);
    expect(plain.unitDeltaF90).toBeGreaterThan(0);
    const short = adaptersTask({ ...given, steps: plain.unitDeltaF90! - 1 })[0]!;
    expect(short.unitDeltaF90).toBeNull();
    expect(short.shareLeft).toBeGreaterThan(0.1);
  });

  test('the same case gives the same numbers', () => {
    expect(adaptersTask(given)).toEqual(results);
  });
});

test('medians are taken over the seeds, and a ΔF90 that half of them never reach is null', () => {
  const cases = [0, 1, 2].map((seed) => ({ ...given, seed }));
  const result = (unitDeltaF90: number | null, gapToMinimum: number) => [
    { adapter: 'none', unitDeltaF90, gapToMinimum, shareLeft: gapToMinimum / 2, steps: 5 },
  ];
  const rowsOf = (...reached: (number | null)[]) =>
    adaptersDocument(
      cases,
      reached.map((steps, k) => result(steps, k)),
      3,
    ).rows[0];
  expect(rowsOf(9, null, 4)).toEqual({
    family: 'barabasi-albert',
    size: 60,
    adapter: 'none',
    unitDeltaF90: 9,
    gapToMinimum: 1,
    shareLeft: 0.5,
    steps: 5,
  });
  expect(rowsOf(9, null, null)).toMatchObject({ unitDeltaF90: null });
  expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([1, Infinity])]).toEqual([2, 2.5, Infinity]);
});
