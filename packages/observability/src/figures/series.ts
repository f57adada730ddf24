import { keepExtremes } from '../decimate/keep-extremes.js';
import type { Row } from '../table/row.js';
import type { Spec } from './figure.js';
import { amount, HEIGHT, MOST, stepAxis, WIDTH } from './page.js';

/** Most series of a figure: more lines, or more colours, than these tell a reader nothing. */
const LINES = 12;

/** One point of one series. */
export interface Point {
  readonly step: number;
  readonly value: number;
  readonly series: string;
}

/** The columns as series of points, together at most `most`; `nameOf` gives the name of a column in the legend. */
export function points(
  rows: readonly Row[],
  columns: readonly string[],
  nameOf: (column: string) => string = (column) => column,
  most: number = MOST,
): readonly Point[] {
  const each = Math.max(4, Math.floor(most / Math.max(1, columns.length)));
  return columns.flatMap((column) =>
    keepExtremes(rows, 'step', column, each).map((row) => ({
      step: row['step'] as number,
      value: row[column] as number,
      series: nameOf(column),
    })),
  );
}

/** The columns that vary most, at most twelve, in their order; and what to say of the others. */
export function foremost(rows: readonly Row[], columns: readonly string[]): readonly [readonly string[], string] {
  if (columns.length <= LINES) return [columns, ''];
  const spans = new Map(columns.map((column) => [column, span(rows, column)]));
  const kept = new Set([...columns].sort((a, b) => spans.get(b)! - spans.get(a)!).slice(0, LINES));
  return [columns.filter((column) => kept.has(column)), `the ${LINES} of ${columns.length} that vary most`];
}

function span(rows: readonly Row[], column: string): number {
  let [least, largest] = [Infinity, -Infinity];
  for (const row of rows) {
    const value = row[column];
    if (typeof value !== 'number') continue;
    if (value < least) least = value;
    if (value > largest) largest = value;
  }
  return largest - least;
}

/** A line for each series, the legend below; dashes tell lines apart that lie on each other. */
export function lines(values: readonly Point[], title: string, more: Spec = {}): Spec {
  const names = [...new Set(values.map(({ series }) => series))];
  return {
    width: WIDTH,
    height: HEIGHT,
    data: { values },
    mark: { type: 'line', strokeWidth: 1.75, point: values.length === names.length, ...(more['mark'] as object) },
    encoding: {
      x: stepAxis,
      y: amount(title, more['zero'] === true),
      color: { field: 'series', type: 'nominal', title: null, sort: names, legend: legend(names) },
      strokeDash: { field: 'series', type: 'nominal', sort: names, legend: legend(names), scale: { range: dashes } },
    },
  };
}

const dashes = [[], [7, 3], [2, 2], [9, 3, 2, 3]];

/** Long names get a column of their own: a phone shows them all. */
const legend = (names: readonly string[]) =>
  names.length < 2
    ? null
    : {
        orient: 'bottom',
        title: null,
        labelLimit: 400,
        columns: Math.max(...names.map((name) => name.length)) > 24 ? 2 : 3,
      };
