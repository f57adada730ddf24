import type { CicyEntry } from '../geometry/cicy/entry.js';
import { mean } from '../metrics/mean.js';

/** Statistics of a configuration matrix: what stands in it, how its rows and columns add up, how large its spaces are. */
export const matrixNames = [
  ...['numPs', 'numPol', 'sum', 'max', 'zeros', 'ones', 'twos', 'threesUp'],
  ...['rowMean', 'rowSd', 'rowMin', 'rowMax', 'colMean', 'colSd', 'colMin', 'colMax'],
  ...['nP1', 'nP2', 'nP3', 'nP4up'],
] as const;

/** Statistics of the second Chern class. */
export const chernNames = ['c2Mean', 'c2Sd', 'c2Min', 'c2Max'] as const;

/** Numbers in the order of `matrixNames`; zeros, ones, twos and threesUp are shares of all entries. They do not depend on the order of rows or columns. */
export function matrixStatistics({ matrix }: Pick<CicyEntry, 'matrix'>): number[] {
  const rows = matrix.map((row) => row.reduce((sum, q) => sum + q, 0));
  const columns = matrix[0]!.map((_, j) => matrix.reduce((sum, row) => sum + row[j]!, 0));
  const all = matrix.flat();
  const share = (is: (q: number) => boolean): number => all.filter(is).length / all.length;
  const spaces = (is: (n: number) => boolean): number => rows.filter((row) => is(row - 1)).length;
  return [
    ...[rows.length, columns.length, all.reduce((sum, q) => sum + q, 0), Math.max(...all)],
    ...[share((q) => q === 0), share((q) => q === 1), share((q) => q === 2), share((q) => q >= 3)],
    ...summary(rows),
    ...summary(columns),
    ...[spaces((n) => n === 1), spaces((n) => n === 2), spaces((n) => n === 3), spaces((n) => n >= 4)],
  ];
}

/** Numbers in the order of `chernNames`. */
export const chernStatistics = ({ c2 }: Pick<CicyEntry, 'c2'>): number[] => summary(c2);

/** Mean, standard deviation, least, largest. */
function summary(values: readonly number[]): [number, number, number, number] {
  const middle = mean(values);
  const variance = mean(values.map((value) => (value - middle) ** 2));
  return [middle, Math.sqrt(variance), Math.min(...values), Math.max(...values)];
}
