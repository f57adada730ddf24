import { isCfcError } from '@cfc/core';

/** The code of the error that a call throws; `other` for an error of another kind, null for none. */
export function codeOf(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    return isCfcError(error) ? error.code : 'other';
  }
}
