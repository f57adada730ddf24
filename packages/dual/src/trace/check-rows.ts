import { CfcError, describe } from '@cfc/core';
import type { TraceRow } from './rows.js';

/** Throws `INPUT_INVALID` for what is no list of rows. */
export function checkRows(rows: readonly TraceRow[], where: string): void {
  const fix = 'Give rows of traceRow, as cfc dual replay --out writes them.';
  if (!Array.isArray(rows)) throw new CfcError('INPUT_INVALID', `the rows are ${describe(rows)}`, where, fix);
  const k = rows.findIndex((row) => typeof row !== 'object' || row === null);
  if (k >= 0) throw new CfcError('INPUT_INVALID', `a row is ${describe(rows[k])}`, `${where}[${k}]`, fix);
}
