import type { Conclusion } from '../experiment.js';
import { intervalText } from '../interval.js';
import { percent } from './claims.js';
import type { Shift } from './shifts.js';
import { type Extrapolated, limitInterval } from './threshold-limits.js';
import type { Way } from './ways.js';

/** One row for each estimate, density and way. */
export function resultTable(
  limits: readonly Extrapolated[],
  shifts: readonly Shift[],
  ways: readonly Way[],
): Conclusion['table'] {
  const theory = (value: number | null): string => (value === null ? '' : value.toFixed(3));
  return {
    headings: [
      'case',
      'L',
      'threshold',
      'theory',
      'relaxed η',
      'open',
      'ΔF',
      'won',
      'hazardMean',
      'muHat',
      'goodBadRatio',
    ],
    rows: [
      ...limits.map((one) => [one.estimate, '∞', intervalText(limitInterval(one), 4), '0.5', ...blank(7)]),
      ...shifts.map(({ size, density, half, halfTheory }) => [
        `${percent(density)} shortcuts`,
        String(size),
        intervalText(half),
        theory(halfTheory),
        ...blank(7),
      ]),
      ...ways.map(({ way, size, graph, relaxed, open, fall, won, metrics }) => [
        way,
        String(size),
        intervalText(graph),
        '',
        intervalText(relaxed),
        percent(open.mean),
        intervalText(fall, 2),
        intervalText(won, 2),
        ...(metrics === null
          ? blank(3)
          : [metrics.hazardMean, metrics.muHat, metrics.goodBadRatio].map((some) => intervalText(some, 2))),
      ]),
    ],
  };
}

const blank = (count: number): readonly string[] => new Array<string>(count).fill('');
