import { CfcError, isCfcError } from '@cfc/core';

/**
 * Does what a library does, and tells of its options by the flags that they came from.
 *
 * @param flags flag of each place that an error of the library may name
 */
export async function asFlags<T>(flags: Readonly<Record<string, string>>, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const flag = isCfcError(error) ? flags[error.where] : undefined;
    if (!isCfcError(error) || flag === undefined) throw error;
    throw new CfcError(error.code, error.what, flag, error.fix);
  }
}
