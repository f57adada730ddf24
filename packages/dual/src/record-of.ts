import { CfcError, describe } from '@cfc/core';

/** Options that have to be given, as a map. Throws `OPTION_INVALID`. */
export function recordOf<T extends object>(options: T, where: string): T {
  if (typeof options === 'object' && options !== null && !Array.isArray(options)) return options;
  throw new CfcError('OPTION_INVALID', `the options are ${describe(options)}`, where, 'Give { name: value, ... }.');
}
