import type { CouplingDefinition, ModuleDefinition } from '../contract/definition.js';
import type { CouplingFamily, ModuleFamily } from '../contract/energy.js';
import { CfcError } from '../errors.js';
import { type Fields, describe } from '../options/field.js';
import { type AnyColumns, type GivenColumns, fillColumns, isConstant, rowReader } from './columns.js';

/** `count` modules of one family at once; see `moduleColumns`. */
export interface ModuleColumns {
  readonly name: string;
  readonly fields: Fields;
  readonly family: ModuleFamily;
  readonly count: number;
  readonly prefix: string;
  readonly columns: AnyColumns;
}

/** Many couplings of one family at once; see `couplingColumns`. */
export interface CouplingColumns {
  readonly name: string;
  readonly fields: Fields;
  readonly family: CouplingFamily;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly columns: AnyColumns;
}

/**
 * Many modules of one family, without an object for each. Their ids are `prefix0`, `prefix1`, ...
 *
 * @param given.with options: one value for all, or one for each: a Float64Array of numbers, an array of anything else
 */
export function moduleColumns<F extends Fields>(
  definition: ModuleDefinition<string, F, never> | ModuleDefinition<string, F>,
  given: { readonly count: number; readonly prefix?: string; readonly with?: GivenColumns<F> },
): ModuleColumns {
  const { count, prefix = `${definition.name}.` } = given;
  const { name, fields } = definition;
  if (!Number.isInteger(count) || count < 0) {
    throw new CfcError('INPUT_INVALID', `a count of ${describe(count)}`, name, 'Give a whole number >= 0.');
  }
  const columns = fillColumns(fields, given.with ?? {}, count, name);
  const family = definition.family as ModuleFamily;
  if (family.check !== undefined) checkRows(family.check, columns, count, name);
  return { name, fields, family, count, prefix, columns };
}

function checkRows(check: NonNullable<ModuleFamily['check']>, columns: AnyColumns, count: number, name: string): void {
  const at = rowReader(columns);
  if (Object.values(columns).every(isConstant)) check(at(0), name);
  else for (let k = 0; k < count; k++) check(at(k), `${name}[${k}]`);
}

/**
 * Many couplings of one family: instance `k` stands between the modules of index `a[k]` and `b[k]`.
 */
export function couplingColumns<F extends Fields>(
  definition: CouplingDefinition<string, F>,
  given: { readonly a: Int32Array; readonly b: Int32Array; readonly with?: GivenColumns<F> },
): CouplingColumns {
  const { name, fields } = definition;
  if (given.a.length !== given.b.length) {
    const what = `a has ${given.a.length} entries and b has ${given.b.length}`;
    throw new CfcError('INPUT_INVALID', what, name, 'Give both ends of every coupling.');
  }
  const columns = fillColumns(fields, given.with ?? {}, given.a.length, name);
  return { name, fields, family: definition.family, a: given.a, b: given.b, columns };
}
