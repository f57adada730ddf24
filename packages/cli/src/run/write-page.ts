import { CfcError } from '@cfc/core';
import { writeAtomically } from './write-atomically.js';

/** Writes a page or a picture as a whole; `name` is what the user calls it. Throws `WRITE_FAILED`. */
export function writePage(path: string, text: string, name: string): void {
  try {
    writeAtomically(path, text);
  } catch (error) {
    throw new CfcError('WRITE_FAILED', `the file cannot be written: ${(error as Error).message}`, name);
  }
}
