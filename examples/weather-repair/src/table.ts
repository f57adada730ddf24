import { type Comparison, type Summary, summaryOf } from './compare.js';
import type { Score } from './score.js';

/** One line of the table: a seed, or the mean. */
export interface Line {
  readonly name: string;
  readonly cells: readonly string[];
}

export const methods = ['this example', 'Hampel filter'] as const;
const columnsOfMethod = ['precision', 'recall', 'F1', 'RMSE'] as const;

/** Heads of the columns behind the name. `group` says whose number it is, if it is one method's. */
export const heads: readonly { readonly group: string; readonly name: string }[] = [
  { group: '', name: 'faulted' },
  { group: '', name: 'RMSE before' },
  ...methods.flatMap((group) => columnsOfMethod.map((name) => ({ group, name }))),
  { group: '', name: 'RMSE ratio' },
];

export function linesOf(comparisons: readonly Comparison[]): readonly Line[] {
  const seeds = comparisons.map((one) => ({ name: `seed ${one.seed}`, cells: cellsOf(summaryOf([one]), 0) }));
  return [...seeds, { name: 'mean', cells: cellsOf(summaryOf(comparisons), 1) }];
}

function cellsOf({ ours, filter, ratio }: Summary, digits: number): readonly string[] {
  const faulted = ours.faulted.toFixed(digits);
  return [faulted, ours.before.toFixed(2), ...numbersOf(ours), ...numbersOf(filter), ratio.toFixed(2)];
}

function numbersOf({ precision, recall, f1, rmse }: Score): readonly string[] {
  return [precision.toFixed(2), recall.toFixed(2), f1.toFixed(2), rmse.toFixed(2)];
}

/** The table as aligned plain text, groups above the heads. */
export function plainTable(lines: readonly Line[]): string {
  const short = heads.map(({ name }) => name);
  const widths = short.map((head, k) => Math.max(head.length, ...lines.map(({ cells }) => cells[k]!.length)));
  const left = Math.max(...lines.map(({ name }) => name.length));
  const row = (name: string, cells: readonly string[]): string =>
    [name.padEnd(left), ...cells.map((cell, k) => cell.padStart(widths[k]!))].join('  ');
  const first = heads.findIndex(({ group }) => group !== '');
  const before = left + widths.slice(0, first).reduce((sum, width) => sum + width + 2, 0);
  const groupWidth = widths.slice(first, first + columnsOfMethod.length).reduce((sum, width) => sum + width + 2, 0);
  const groups = ' '.repeat(before) + methods.map((name) => `  ${centred(` ${name} `, groupWidth - 2)}`).join('');
  return [groups, row('', short), ...lines.map(({ name, cells }) => row(name, cells))].join('\n');
}

function centred(text: string, width: number): string {
  const left = Math.floor((width - text.length) / 2);
  return '-'.repeat(left) + text + '-'.repeat(width - text.length - left);
}
