import { type ErrorCode, isCfcError } from '@cfc/core';
import { expect } from 'vitest';

/** The code of the error of this project that `run` throws; fails where it throws none. */
export function codeOf(run: () => unknown): ErrorCode {
  try {
    run();
  } catch (error) {
    if (isCfcError(error)) return error.code;
    throw error;
  }
  return expect.unreachable('it should have thrown');
}
