import { CfcError, describe, onlyKeys } from '@cfc/core';

/** Throws `OPTION_INVALID` for a value that an option cannot have. */
export type Check = (value: unknown, where: string) => unknown;

/** Checks options that are functions and vectors too. Throws `OPTION_UNKNOWN`, `OPTION_INVALID`, each with its place. */
export function checkOptions(options: object, checks: Readonly<Record<string, Check>>, where: string): void {
  if (typeof options !== 'object' || options === null)
    throw new CfcError('OPTION_INVALID', `the options are ${describe(options)}`, where, 'Give { name: value, ... }.');
  const given = options as Readonly<Record<string, unknown>>;
  onlyKeys(given, Object.keys(checks), where);
  for (const [name, value] of Object.entries(given)) if (value !== undefined) checks[name]!(value, `${where}.${name}`);
}

/** An option that is a function. */
export function aFunction(value: unknown, where: string): void {
  if (typeof value === 'function') return;
  throw new CfcError('OPTION_INVALID', `${describe(value)} is not a function`, where, 'Give a function.');
}
