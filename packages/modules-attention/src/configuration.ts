import { CfcError, describe, number, suggestion } from '@cfc/core';
import { type Matrix, type MatrixLike, matrix } from './matrix.js';
import { type Mask, type Visibility, type Window, visibleKeys } from './visibility.js';

/** What attention is made of: plain data. */
export interface AttentionInput extends Window {
  /** n x d: one query for each row. */
  readonly queries: MatrixLike;
  /** m x d: one key for each row. */
  readonly keys: MatrixLike;
  /** m x any: what is mixed, one row for each key. Only the output and the coherence need it. */
  readonly values?: MatrixLike | undefined;
  /** > 0, 1 by default: the higher, the more evenly a query attends. */
  readonly temperature?: number | undefined;
  /** n x m: which keys each query sees; all by default. */
  readonly mask?: Mask | undefined;
}

/** The same, checked. */
export interface Configuration extends Visibility {
  readonly queries: Matrix;
  readonly keys: Matrix;
  readonly values: Matrix | null;
  /** β = 1 / (temperature √d): the factor of the scores. */
  readonly inverseTemperature: number;
}

const temperatures = number(1, 'temperature', { above: 0 });
const names = ['queries', 'keys', 'values', 'temperature', 'before', 'after', 'mask'];

/** Checks an input whole, before any work starts; errors as `attention` lists them. */
export function configurationOf(input: AttentionInput): Configuration {
  if (typeof input !== 'object' || (input as unknown) === null) {
    throw new CfcError('INPUT_INVALID', `${describe(input)} is no attention`, '', 'Give { queries, keys }.');
  }
  for (const name of Object.keys(input)) {
    if (!names.includes(name))
      throw new CfcError('OPTION_UNKNOWN', `no "${name}"`, `.${name}`, suggestion(name, names));
  }
  const queries = matrix(input.queries, '.queries');
  const keys = matrix(input.keys, '.keys');
  const values = input.values === undefined ? null : matrix(input.values, '.values');
  if (keys.columns !== queries.columns) {
    mismatch(`keys have ${keys.columns} columns, queries ${queries.columns}`, '.keys', 'Give both the same dimension.');
  }
  if (values !== null && values.rows !== keys.rows) {
    mismatch(`${values.rows} values for ${keys.rows} keys`, '.values', 'Give one row for each key.');
  }
  const temperature = temperatures.check(input.temperature ?? temperatures.fallback, '.temperature');
  const inverseTemperature = 1 / (temperature * Math.sqrt(queries.columns));
  checkScale([queries, keys, ...(values === null ? [] : [values])], inverseTemperature);
  const visibility = visibleKeys(queries.rows, keys.rows, input, input.mask);
  return { queries, keys, values, inverseTemperature, ...visibility };
}

/** Throws where scores, squared norms or energies could overflow: later on every number is finite. */
function checkScale(matrices: readonly Matrix[], inverseTemperature: number): void {
  let largest = 0;
  let columns = 1;
  let rows = 1;
  for (const one of matrices) {
    for (const entry of one.data) largest = Math.max(largest, Math.abs(entry));
    columns = Math.max(columns, one.columns);
    rows = Math.max(rows, one.rows);
  }
  const square = 4 * rows * columns * largest * largest;
  const most = square * Math.max(1, inverseTemperature) + (rows * Math.log(rows + 1)) / inverseTemperature;
  if (Number.isFinite(most)) return;
  const what = `scores of entries up to ${largest} overflow at an inverse temperature of ${inverseTemperature}`;
  throw new CfcError('INPUT_INVALID', what, '', 'Scale queries, keys and values down, or change the temperature.');
}

function mismatch(what: string, where: string, fix: string): never {
  throw new CfcError('INPUT_INVALID', what, where, fix);
}
