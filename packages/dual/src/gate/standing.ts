import { atCap, having, numbersIn, satisfied, share, type TraceRow } from '../trace/rows.js';
import { mean, percentileOf } from '../trace/statistics.js';

/** How a constraint stands at the end of a trace. */
export interface Standing {
  /** λ of the last row. */
  readonly lambda: number;
  /** Mean λ of the rows judged. */
  readonly meanLambda: number;
  readonly cap: number | null;
  /** Target of the last row that has one; null where there is none. */
  readonly target: number | null;
  /** Whether losses are compared as they are, without a normalizer. */
  readonly raw: boolean;
  /** Share of the rows with λ at its cap. */
  readonly atCap: number;
  /** Share of the rows in which it is satisfied; a row without a value counts as not. */
  readonly satisfied: number;
  /** Mean violation, and the one that 95% of the rows stay below; null where no row has one. */
  readonly violation: number | null;
  readonly violation95: number | null;
}

/** How a constraint stands in these rows; null where they do not know it. */
export function standingOf(rows: readonly TraceRow[], name: string): Standing | null {
  const there = having(rows, `lambda:${name}`);
  const last = there.at(-1);
  if (last === undefined) return null;
  const violations = numbersIn(rows, `violation:${name}`);
  const cap = last[`lambda_max:${name}`];
  return {
    lambda: last[`lambda:${name}`] as number,
    meanLambda: mean(numbersIn(there, `lambda:${name}`)),
    cap: typeof cap === 'number' ? cap : null,
    target: (having(rows, `target:${name}`).at(-1)?.[`target:${name}`] ?? null) as number | null,
    raw: rows.every((row) => row[`raw:${name}`] === row[`normalized:${name}`]),
    atCap: share(rows, (row) => atCap(row, name)),
    satisfied: share(rows, (row) => satisfied(row, name)),
    violation: finite(mean(violations)),
    violation95: finite(percentileOf(violations, 95)),
  };
}

/** Mean task loss of these rows, null where they have none. */
export const taskOf = (rows: readonly TraceRow[]): number | null => finite(mean(numbersIn(rows, 'task')));

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
