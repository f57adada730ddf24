import { isCfcError } from '@cfc/core';

/** The code of what is thrown; "none" where nothing is. */
export function errorCode(body: () => unknown): string {
  try {
    body();
  } catch (error) {
    if (isCfcError(error)) return error.code;
    throw error;
  }
  return 'none';
}
