import { CfcError, suggestion } from '../errors.js';
import { type Field, type Fields, type Options, describe, inRange, rangeText } from '../options/field.js';

/** Columns as a user gives them: a number or text stands for all instances, an array for one each. */
export type GivenColumns<F extends Fields> = {
  readonly [K in keyof F]?: Options<F>[K] | (Options<F>[K] extends number ? Float64Array : readonly Options<F>[K][]);
};

/** A column of numbers, or of anything else. */
export type Column = Float64Array | readonly unknown[];
export type AnyColumns = Readonly<Record<string, Column>>;

const isNumeric = (field: Field<unknown>): boolean => field.kind === 'number' || field.kind === 'integer';

/** Columns out of the options of single instances, which were checked when they were made. */
export function gather(fields: Fields, rows: readonly Options<Fields>[]): AnyColumns {
  const columns: Record<string, Column> = {};
  for (const [name, field] of Object.entries(fields)) {
    const values = rows.map((row) => row[name] as unknown);
    columns[name] = isNumeric(field) ? Float64Array.from(values as number[]) : values;
  }
  return columns;
}

/**
 * Checks columns that a user gave for `count` instances and fills in the defaults.
 *
 * @throws `OPTION_UNKNOWN`, `OPTION_INVALID` with the column's name and the entry's index
 */
export function fillColumns(
  fields: Fields,
  given: Readonly<Record<string, unknown>>,
  count: number,
  where: string,
): AnyColumns {
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(fields, name)) {
      throw new CfcError('OPTION_UNKNOWN', `no column "${name}"`, where, suggestion(name, Object.keys(fields)));
    }
  }
  const columns: Record<string, Column> = {};
  for (const [name, field] of Object.entries(fields)) {
    columns[name] = column(field, given[name], count, `${where}.${name}`);
  }
  return columns;
}

function column(field: Field<unknown>, given: unknown, count: number, where: string): Column {
  if (given instanceof Float64Array || (Array.isArray(given) && field.kind !== 'pieces')) {
    if (given.length !== count) {
      const what = `the column has ${given.length} entries for ${count} instances`;
      throw new CfcError('OPTION_INVALID', what, where, 'Give one entry for each instance.');
    }
    return isNumeric(field)
      ? numericColumn(field, given, where)
      : Array.from(given, (value: unknown, k) => field.check(value, `${where}[${k}]`));
  }
  if (given === undefined && field.needed) {
    throw new CfcError('OPTION_INVALID', 'this column is needed', where, `It is: ${field.meaning}.`);
  }
  const value = given === undefined ? field.fallback : field.check(given, where);
  return isNumeric(field) ? new Float64Array(count).fill(value as number) : new Array<unknown>(count).fill(value);
}

/** One pass over a million numbers has to be cheap: the range is looked at, `check` only on failure. */
function numericColumn(field: Field<unknown>, given: ArrayLike<unknown>, where: string): Float64Array {
  const values = given instanceof Float64Array ? given : Float64Array.from(given as ArrayLike<number>);
  const range = field.range ?? {};
  for (let k = 0; k < values.length; k++) {
    const value = values[k]!;
    if (!Number.isFinite(value) || !inRange(value, range) || (field.kind === 'integer' && !Number.isInteger(value))) {
      const what = `${describe(value)} is not a finite number${rangeText(range)}`;
      throw new CfcError('OPTION_INVALID', what, `${where}[${k}]`);
    }
  }
  return values;
}

/** Several sets of columns of one family as one, in order. */
export function concatColumns(fields: Fields, parts: readonly AnyColumns[]): AnyColumns {
  if (parts.length === 1) return parts[0]!;
  const columns: Record<string, Column> = {};
  for (const [name, field] of Object.entries(fields)) {
    const pieces = parts.map((part) => part[name]!);
    columns[name] = isNumeric(field) ? concatNumbers(pieces as Float64Array[]) : pieces.flatMap((piece) => [...piece]);
  }
  return columns;
}

function concatNumbers(pieces: readonly Float64Array[]): Float64Array {
  const out = new Float64Array(pieces.reduce((total, piece) => total + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}

/** Indices likewise. */
export function concatIndices(pieces: readonly Int32Array[]): Int32Array {
  if (pieces.length === 1) return pieces[0]!;
  const out = new Int32Array(pieces.reduce((total, piece) => total + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}

/**
 * A reader of the options of instance `k`. One object is filled again and again, so that a million
 * instances need no million objects; who reads it must not keep it.
 */
export function rowReader(columns: AnyColumns): (k: number) => Options<Fields> {
  const names = Object.keys(columns);
  const lists = names.map((name) => columns[name]!);
  const row: Record<string, unknown> = Object.fromEntries(names.map((name) => [name, undefined]));
  return (k) => {
    for (let c = 0; c < names.length; c++) row[names[c]!] = lists[c]![k];
    return row as Options<Fields>;
  };
}
