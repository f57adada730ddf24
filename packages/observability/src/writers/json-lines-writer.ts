import { wholeLines } from '../table/whole-records.js';
import { wholeSize } from '../table/whole-size.js';
import { openAppend } from './append-file.js';
import { type Writer, writerOf } from './writer.js';
import { writing } from './write-failed.js';

/**
 * JSON lines: one object a line. Numbers that JSON cannot write (infinite ones) become null.
 *
 * A file that is there already is gone on with, after its last complete line. Throws `WRITE_FAILED`.
 *
 * @example
 * const trace = jsonLinesWriter('trace.jsonl');
 * relax(system, eta0, { method, observers: [energyBudgetTracker(system, trace)] });
 * trace.close();
 */
export function jsonLinesWriter(path: string): Writer {
  const size = writing(path, () => wholeSize(path, wholeLines));
  const { append, flush, close } = openAppend(path, size);
  return writerOf((row) => append(`${JSON.stringify(row)}\n`), { flush, close });
}
