import { type CfcError, isCfcError } from '@cfc/core';
import { expect } from 'vitest';

/** The error of this project that `run` throws; fails where it throws none. */
export function errorOf(run: () => unknown): CfcError {
  try {
    run();
  } catch (error) {
    if (isCfcError(error)) return error;
    throw error;
  }
  return expect.unreachable('it should have thrown');
}
