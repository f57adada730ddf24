import type { Coupling, CouplingFamily, Module, ModuleFamily } from '../contract/energy.js';
import type { Fields } from '../options/field.js';
import type { AnyColumns } from './columns.js';

/** Any module, whatever its options and input. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- accepts every family
export type AnyModule = Module<any, any>;
/** Any coupling, whatever its options. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- accepts every family
export type AnyCoupling = Coupling<any>;

/** A coupling and the ids of the two modules between which it stands; their order matters to it. */
export interface Link<Id extends string = string> {
  readonly use: AnyCoupling;
  readonly between: readonly [Id, Id];
}

/** All modules of one family; module `slots[k]` has the options at entry `k`. */
export interface ModuleGroup {
  readonly name: string;
  readonly fields: Fields;
  readonly family: ModuleFamily;
  readonly slots: Int32Array;
  readonly columns: AnyColumns;
}

/** All couplings of one family. */
export interface LinkGroup {
  readonly name: string;
  readonly fields: Fields;
  readonly family: CouplingFamily;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly columns: AnyColumns;
  /** Coupling `k` has the options at entry `items[k]` of the columns; null where that is k. */
  readonly items: Int32Array | null;
  /** Where each tile of couplings ends, of which all families have the same; absent where they are not in tiles. */
  readonly tiles?: Int32Array | undefined;
  /** The place of each coupling in the order of definition. */
  position(): Int32Array;
}
