import { CfcError, suggestion } from '../errors.js';
import { type Fields, type Options, describe, isRecord } from './field.js';

/**
 * Checks given options against their fields and fills in the defaults.
 *
 * @returns a frozen object with a value for every field
 * @throws `OPTION_UNKNOWN` for a name that no field has; `OPTION_INVALID` for a value out of type or
 * range, or a needed one that is missing. Both name `where`, the path of the piece.
 */
export function fill<F extends Fields>(fields: F, given: unknown, where: string): Options<F> {
  if (given !== undefined && !isRecord(given)) {
    throw new CfcError(
      'OPTION_INVALID',
      `options are ${describe(given)}, not a map`,
      where,
      'Give { name: value, ... }.',
    );
  }
  for (const name of Object.keys(given ?? {})) {
    if (!Object.hasOwn(fields, name)) {
      const known = Object.keys(fields);
      throw new CfcError('OPTION_UNKNOWN', `no option "${name}"`, where, suggestion(name, known));
    }
  }
  const filled: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = given?.[name];
    if (value !== undefined) filled[name] = field.check(value, `${where}.${name}`);
    else if (!field.needed) filled[name] = field.fallback;
    else {
      throw new CfcError('OPTION_INVALID', `the option "${name}" is needed`, where, `It is: ${field.meaning}.`);
    }
  }
  return Object.freeze(filled) as Options<F>;
}
