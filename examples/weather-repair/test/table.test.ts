import { expect, test } from 'vitest';
import { compare, summaryOf } from '../src/compare.js';
import { seattle } from '../src/data.js';
import { evaluationSeeds, hampelOptions, parameters } from '../src/parameters.js';
import { linesOf, plainTable } from '../src/table.js';

test('the table of five seeds reaches F1 .80 and half the error of the filter', { timeout: 120_000 }, () => {
  const truth = seattle();
  const comparisons = evaluationSeeds.map((seed) => compare(truth, seed, parameters, hampelOptions));
  const { ours, ratio } = summaryOf(comparisons);
  expect(ours.f1).toBeGreaterThanOrEqual(0.8);
  expect(ratio).toBeLessThanOrEqual(0.5);

  const table = plainTable(linesOf(comparisons)).split('\n');
  expect(table).toHaveLength(2 + evaluationSeeds.length + 1);
  expect(new Set(table.slice(1).map((row) => row.length)).size).toBe(1);
});
