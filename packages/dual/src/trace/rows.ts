/** One row of a trace: plain data by names of columns, see `dualColumns`. */
export type TraceRow = Readonly<Record<string, number | string | boolean | null>>;

const LAMBDA = 'lambda:';

/** The names of the constraints that a trace tells of, in order of appearance. */
export function constraintsIn(rows: readonly TraceRow[]): readonly string[] {
  const names = new Set<string>();
  for (const row of rows) for (const name in row) if (name.startsWith(LAMBDA)) names.add(name.slice(LAMBDA.length));
  return [...names];
}

/** The numbers of a column, NaN where a row has none. */
export const numbersIn = (rows: readonly TraceRow[], column: string): Float64Array =>
  Float64Array.from(rows, (row) => {
    const value = row[column];
    return typeof value === 'number' ? value : NaN;
  });

/** The share of the rows for which something holds; 0 for none. */
export const share = (rows: readonly TraceRow[], holds: (row: TraceRow) => boolean): number =>
  rows.length === 0 ? 0 : rows.reduce((count, row) => count + Number(holds(row)), 0) / rows.length;

/** The rows that carry a number in a column. */
export const having = (rows: readonly TraceRow[], column: string): readonly TraceRow[] =>
  rows.filter((row) => Number.isFinite(row[column]));

/** The last half of a list: what a run has come to. */
export const lastHalf = <T>(list: readonly T[]): readonly T[] => list.slice(Math.floor(list.length / 2));

/** Whether λ stands at its cap, or that of an equality at minus its cap; but for rounding. */
export const isAtCap = (lambda: number, cap: number | null): boolean =>
  cap !== null && cap > 0 && Math.abs(lambda) >= cap * (1 - 1e-9);

/** The same of a constraint, by a row of its trace. */
export function atCap(row: TraceRow, name: string): boolean {
  const [lambda, cap] = [row[`lambda:${name}`], row[`lambda_max:${name}`]];
  return typeof lambda === 'number' && typeof cap === 'number' && isAtCap(lambda, cap);
}

/** Whether a constraint is satisfied: as the row says, else where its violation is at most 0. */
export function satisfied(row: TraceRow, name: string): boolean {
  const told = row[`satisfied:${name}`];
  if (typeof told === 'boolean') return told;
  const violation = row[`violation:${name}`];
  return typeof violation === 'number' && violation <= 0;
}
