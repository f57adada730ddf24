import { expect } from 'vitest';
import { type CfcError, type ErrorCode, isCfcError } from '../../src/index.js';

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

export const codeOf = (run: () => unknown): ErrorCode => errorOf(run).code;
