import { CfcError } from '@cfc/core';

/** What a system call threw while a file was being written, as `WRITE_FAILED`. */
export const writeFailed = (thrown: unknown, path: string): CfcError =>
  new CfcError('WRITE_FAILED', `the file cannot be written: ${(thrown as Error).message}`, path);

/** Runs `work`; what it throws becomes `WRITE_FAILED` with the path. */
export function writing<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw writeFailed(error, path);
  }
}
