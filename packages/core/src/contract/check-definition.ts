import { CfcError, isCfcError, suggestion } from '../errors.js';
import { type Field, describe, isRecord } from '../options/field.js';

const RANGE = ['min', 'max', 'above', 'below'];

/**
 * Checks what a definition is made of, when it is made: programs without types learn here what is missing.
 *
 * @param functions names of the functions that have to be there
 * @throws `INPUT_INVALID` for a name, function or field that is missing; `OPTION_UNKNOWN` for a bound that no range has;
 * `OPTION_INVALID` for a default out of its own range
 */
export function checkDefinition(given: unknown, definer: string, functions: readonly string[]): void {
  if (!isRecord(given))
    throw new CfcError('INPUT_INVALID', `${describe(given)} is no definition`, definer, 'Give a map.');
  const { name, options } = given;
  if (typeof name !== 'string' || name === '') {
    throw new CfcError('INPUT_INVALID', `the name is ${describe(name)}`, definer, 'Give the name to register it by.');
  }
  for (const key of functions) {
    if (typeof given[key] === 'function') continue;
    const what = given[key] === undefined ? `the function "${key}" is missing` : `${key} is ${describe(given[key])}`;
    throw new CfcError('INPUT_INVALID', what, name, `${definer} needs the functions ${functions.join(', ')}.`);
  }
  if (!isRecord(options)) {
    throw new CfcError(
      'INPUT_INVALID',
      `options are ${describe(options)}`,
      name,
      'Give { option: number(...) }, or {}.',
    );
  }
  for (const [option, field] of Object.entries(options)) checkField(field, `${name}.${option}`);
}

/** Throws `INPUT_INVALID` where a squared gap names an option that does not hold numbers. */
export function checkGap(gap: unknown, options: Readonly<Record<string, unknown>>, name: string): void {
  const numeric = Object.keys(options).filter((key) =>
    ['number', 'integer'].includes((options[key] as Field<unknown>).kind),
  );
  const fix = `Give { weight, alpha, beta, oneSided }: names of numeric options (${numeric.join(', ')}), or 1 for a scale.`;
  if (!isRecord(gap)) throw new CfcError('INPUT_INVALID', `gap is ${describe(gap)}`, name, fix);
  for (const key of ['weight', 'alpha', 'beta']) {
    const value = gap[key];
    if (numeric.includes(value as string) || (value === 1 && key !== 'weight')) continue;
    throw new CfcError('INPUT_INVALID', `${key} of gap is ${describe(value)}`, name, fix);
  }
  if (typeof gap['oneSided'] !== 'boolean') {
    throw new CfcError('INPUT_INVALID', `oneSided of gap is ${describe(gap['oneSided'])}`, name, fix);
  }
}

function checkField(given: unknown, where: string): void {
  if (!isRecord(given) || typeof given['check'] !== 'function') {
    const fix = 'Declare it by number(...), text(...), choice(...) or their like.';
    throw new CfcError('INPUT_INVALID', `${describe(given)} is no field`, where, fix);
  }
  const field = given as unknown as Field<unknown>;
  for (const bound of Object.keys(field.range ?? {})) {
    if (RANGE.includes(bound)) continue;
    throw new CfcError('OPTION_UNKNOWN', `no bound "${bound}" of a range`, where, suggestion(bound, RANGE));
  }
  if (field.needed) return;
  try {
    field.check(field.fallback, where);
  } catch (error) {
    throw isCfcError(error) ? new CfcError(error.code, `the default ${error.what}`, error.where, error.fix) : error;
  }
}
