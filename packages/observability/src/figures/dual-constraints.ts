import type { Row } from '../table/row.js';
import { mean } from '../statistics/together.js';
import { fitting } from './names.js';

/** Most constraints that get a panel of their own. */
const MOST = 8;

/** The constraints with numbers in a column like `lambda:*`, at most eight; and what to say of the others. */
export function constraintsIn(rows: readonly Row[], prefix: string): readonly [readonly string[], string] {
  const all = fitting(rows, `${prefix}*`).map((column) => column.slice(prefix.length));
  return [all.slice(0, MOST), all.length <= MOST ? '' : `the first ${MOST} of ${all.length} constraints`];
}

/** The finite numbers of a column. */
export const finiteIn = (rows: readonly Row[], column: string): readonly number[] =>
  rows.flatMap((row) => (Number.isFinite(row[column]) ? [row[column] as number] : []));

/** "62%". */
export const percent = (part: number): string => `${Math.round(100 * part)}%`;

/** At most `most` numbers of a list as means of equal stretches. */
export function stretches(values: readonly number[], most: number): readonly number[] {
  const size = Math.max(1, Math.ceil(values.length / most));
  return Array.from({ length: Math.floor(values.length / size) }, (_, k) =>
    mean(values.slice(k * size, (k + 1) * size)),
  );
}
