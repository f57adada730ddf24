import { CfcError } from '@cfc/core';

/**
 * Loads packages that are optional peers of this one.
 *
 * @param what sentence on what needs them
 * @param where the function that was called
 * @param names the packages, apart by spaces
 * @throws `PACKAGE_MISSING` where one is not installed
 */
export async function optional<T>(load: () => Promise<T>, what: string, where: string, names: string): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new CfcError('PACKAGE_MISSING', what, where, `Install what is missing: npm install ${names}.`);
  }
}
