import type { Conclusion } from '../experiment.js';
import { intervalText } from '../interval.js';
import { type Measure, mean } from './compare.js';
import type { Tested } from './measure.js';

const COLUMNS: readonly (readonly [Measure, string])[] = [
  ['earlyError', 'early error'],
  ['lateError', 'late error'],
  ['loss', 'log loss'],
  ['eta', 'η'],
  ['entropy', 'entropy, nats'],
  ['energy', 'Hopfield energy'],
  ['energyFall', 'its fall'],
  ['steps', 'steps'],
];

/** One row for each kind of decoder: means over the seeds with their intervals. */
export function table(rows: readonly Tested[]): Conclusion['table'] {
  const kinds = new Map(rows.map((row) => [textOf(row), row]));
  return {
    headings: ['sequences, later readings', 'sees', 'regulariser', ...COLUMNS.map(([, heading]) => heading)],
    rows: [...kinds.values()].map((kind) => {
      const { supply, later, context, regulariser, weight } = kind;
      return [
        `${supply}, ${later}`,
        context,
        regulariser === 'none' ? 'none' : `${regulariser} ${weight}`,
        ...COLUMNS.map(([measure]) => {
          const found = mean(rows, { supply, later, context, regulariser, weight }, measure);
          return found === null ? '' : intervalText(found);
        }),
      ];
    }),
  };
}

const textOf = ({ supply, later, context, regulariser, weight }: Tested): string =>
  [supply, later, context, regulariser, weight].join(' ');
