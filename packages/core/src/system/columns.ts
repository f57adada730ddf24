import type { Columns } from '../contract/energy.js';
import { CfcError, suggestion } from '../errors.js';
import { type Field, type Fields, type Options, describe, inRange, rangeText } from '../options/field.js';

/** Columns as a user gives them: a number, text or list of numbers stands for all instances, an array of them for one each. */
export type GivenColumns<F extends Fields> = {
  readonly [K in keyof F]?: Options<F>[K] | (Options<F>[K] extends number ? Float64Array : readonly Options<F>[K][]);
};

/** One value for all instances, so that what all share takes no room. */
export interface Constant {
  readonly every: unknown;
}

/** A column of numbers, of anything else, or one value for all. */
export type Column = Float64Array | readonly unknown[] | Constant;
/** The columns of a family by the names of its options. */
export type AnyColumns = Readonly<Record<string, Column>>;

/** Tells a column that is one value for all. */
export const isConstant = (column: Column): column is Constant =>
  !(column instanceof Float64Array) && !Array.isArray(column);

const isNumeric = (field: Field<unknown>): boolean => field.kind === 'number' || field.kind === 'integer';

/** Columns out of the options of single instances, which were checked when they were made. */
export function gather(fields: Fields, rows: readonly Options<Fields>[]): AnyColumns {
  const columns: Record<string, Column> = {};
  for (const [name, field] of Object.entries(fields)) {
    const values = rows.map((row) => row[name] as unknown);
    if (values.every((value) => Object.is(value, values[0]))) columns[name] = { every: values[0] };
    else columns[name] = isNumeric(field) ? Float64Array.from(values as number[]) : values;
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
  if (isColumn(field, given)) {
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
  return { every: given === undefined ? field.fallback : field.check(given, where) };
}

/** A list of lists is a column of lists, a list of numbers is one for all. */
function isColumn({ kind }: Field<unknown>, given: unknown): given is Float64Array | readonly unknown[] {
  if (kind === 'list') return Array.isArray(given) && given.some(Array.isArray);
  return given instanceof Float64Array || (Array.isArray(given) && kind !== 'pieces');
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

/** Several sets of columns of one family as one, in order; `counts` has the number of instances of each. */
export function concatColumns(fields: Fields, parts: readonly AnyColumns[], counts: readonly number[]): AnyColumns {
  if (parts.length === 1) return parts[0]!;
  const columns: Record<string, Column> = {};
  for (const [name, field] of Object.entries(fields)) {
    const pieces = parts.map((part) => part[name]!);
    const [first] = pieces;
    const same = pieces.every(
      (piece) => isConstant(piece) && isConstant(first!) && Object.is(piece.every, first.every),
    );
    if (same) columns[name] = first!;
    else columns[name] = concatenated(field, pieces, counts);
  }
  return columns;
}

function concatenated(field: Field<unknown>, pieces: readonly Column[], counts: readonly number[]): Column {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const out = isNumeric(field) ? new Float64Array(total) : new Array<unknown>(total);
  let at = 0;
  pieces.forEach((piece, p) => {
    const count = counts[p]!;
    if (isConstant(piece)) (out as unknown[]).fill(piece.every, at, at + count);
    else for (let k = 0; k < count; k++) out[at + k] = piece[k];
    at += count;
  });
  return out;
}

/** The columns as lists with an entry for each of `count` instances; `items[k]` is the entry of instance k. */
export function expanded(
  fields: Fields,
  columns: AnyColumns,
  count: number,
  items: Int32Array | null,
): Columns<Fields> {
  const lists: Record<string, Float64Array | readonly unknown[]> = {};
  for (const [name, field] of Object.entries(fields)) {
    const column = columns[name]!;
    if (!isConstant(column) && items === null) lists[name] = column;
    else {
      const out = isNumeric(field) ? new Float64Array(count) : new Array<unknown>(count);
      for (let k = 0; k < count; k++) out[k] = isConstant(column) ? column.every : column[items![k]!];
      lists[name] = out;
    }
  }
  return lists as Columns<Fields>;
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
  const row: Record<string, unknown> = {};
  const lists: [string, Float64Array | readonly unknown[]][] = [];
  for (const name of names) {
    const column = columns[name]!;
    row[name] = isConstant(column) ? column.every : undefined;
    if (!isConstant(column)) lists.push([name, column]);
  }
  return (k) => {
    for (let c = 0; c < lists.length; c++) row[lists[c]![0]] = lists[c]![1][k];
    return row as Options<Fields>;
  };
}
