import { CfcError, describe } from '@cfc/core';

/** A choice among several kinds, with the options of the one chosen. */
export interface Typed {
  readonly type: string;
  readonly [option: string]: unknown;
}

/** What was given, where it is a map with a type. Throws `OPTION_INVALID`. */
export function typed(given: unknown, called: string, where: string, fix: string): Typed {
  if (typeof given === 'object' && given !== null && 'type' in given) {
    if (typeof given.type === 'string') return given as Typed;
    throw new CfcError('OPTION_INVALID', `the type of the ${called} is ${describe(given.type)}`, where, fix);
  }
  throw new CfcError('OPTION_INVALID', `the ${called} is ${describe(given)}`, where, fix);
}
