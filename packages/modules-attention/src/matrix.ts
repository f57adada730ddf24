import { CfcError, describe } from '@cfc/core';

/** A matrix row by row: entry (i, j) is `data[i * columns + j]`. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly data: Readonly<Float64Array>;
}

/** A matrix, or a list of its rows. */
export type MatrixLike = Matrix | readonly ArrayLike<number>[];

/**
 * Checks a matrix and brings it to one block of numbers; what is a `Matrix` already is not copied.
 *
 * @param given a `Matrix`, or a list of rows of one length; at least one row and one column
 * @param where what errors call it
 * @throws `INPUT_INVALID` for what is no matrix, is empty or ragged, or holds anything but finite numbers (names the entry)
 */
export function matrix(given: MatrixLike, where = ''): Matrix {
  const made = Array.isArray(given) ? ofRows(given, where) : ofBlock(given, where);
  const { columns, data } = made;
  for (let at = 0; at < data.length; at++) {
    if (Number.isFinite(data[at])) continue;
    const place = `${where}[${Math.floor(at / columns)}][${at % columns}]`;
    throw new CfcError('INPUT_INVALID', `${describe(data[at])} is not a finite number`, place, 'Give finite numbers.');
  }
  return made;
}

function ofRows(rows: readonly unknown[], where: string): Matrix {
  const columns = (rows[0] as ArrayLike<number> | undefined)?.length ?? 0;
  if (!(columns > 0)) refuse(`${describe(rows)} holds no rows of numbers`, where);
  const data = new Float64Array(rows.length * columns);
  rows.forEach((row, i) => {
    if (!Array.isArray(row) && !ArrayBuffer.isView(row)) refuse(`${describe(row)} is no row`, `${where}[${i}]`);
    const entries = row as ArrayLike<unknown>;
    if (entries.length !== columns) {
      refuse(`the row has ${entries.length} entries, the first has ${columns}`, `${where}[${i}]`);
    }
    for (let j = 0; j < columns; j++) {
      const entry = entries[j];
      if (typeof entry !== 'number') refuse(`${describe(entry)} is no number`, `${where}[${i}][${j}]`);
      data[i * columns + j] = entry;
    }
  });
  return { rows: rows.length, columns, data };
}

function ofBlock(given: unknown, where: string): Matrix {
  const { rows, columns, data } = (given ?? {}) as Partial<Matrix>;
  if (!(data instanceof Float64Array)) refuse(`${describe(given)} is no matrix`, where);
  const whole = Number.isInteger(rows) && Number.isInteger(columns) && rows! > 0 && columns! > 0;
  if (!whole || rows! * columns! !== data.length) {
    refuse(`${data.length} entries are not ${describe(rows)} rows of ${describe(columns)}`, where);
  }
  return given as Matrix;
}

function refuse(what: string, where: string): never {
  const fix = 'Give rows of one length, or { rows, columns, data } with a Float64Array of rows * columns entries.';
  throw new CfcError('INPUT_INVALID', what, where, fix);
}

/** A matrix of zeros. */
export const zeros = (rows: number, columns: number) => ({ rows, columns, data: new Float64Array(rows * columns) });

/** |row|² of each row. */
export function squaredNorms({ rows, columns, data }: Matrix): Float64Array {
  const out = new Float64Array(rows);
  for (let at = 0; at < data.length; at++) out[Math.floor(at / columns)]! += data[at]! * data[at]!;
  return out;
}
