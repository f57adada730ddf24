import type { Row } from '../table/row.js';

/** The ΔF of the accepted steps of a trace, in order. */
export function changesOf(rows: readonly Row[]): Float64Array {
  const taken = rows.filter(({ accepted, change }) => accepted !== false && Number.isFinite(change));
  return Float64Array.from(taken, ({ change }) => change as number);
}
