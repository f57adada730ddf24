import { type CfcError, isCfcError } from '@cfc/core';
import { writeFailed } from './write-failed.js';
import { type Writer, writerOf } from './writer.js';

/**
 * A writer that never stops a run: the first failure is told once, and from then on its rows are dropped.
 *
 * @param tell hears of the failure
 *
 * @example
 * const trace = guarded(csvWriter('trace.csv'), ({ message }) => console.warn(message));
 */
export function guarded(writer: Writer, tell: (error: CfcError) => void): Writer {
  let failed = false;
  const safely = (work: () => void): void => {
    if (failed) return;
    try {
      work();
    } catch (error) {
      failed = true;
      tell(isCfcError(error) ? error : writeFailed(error, 'a writer'));
    }
  };
  return writerOf((row) => safely(() => writer(row)), {
    flush: () => safely(() => writer.flush()),
    close() {
      if (!failed) return safely(() => writer.close());
      try {
        writer.close(); // the file is to be let go of all the same
      } catch {
        // told of already
      }
    },
  });
}
