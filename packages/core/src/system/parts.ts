import type { Signals } from '../contract/energy.js';
import type { Options, Fields } from '../options/field.js';
import { rowReader } from './columns.js';
import type { System } from './define.js';
import type { AnyCoupling, AnyModule, Link } from './groups.js';

/** What a system is put together from: `defineSystem` takes it. */
export interface Parts {
  readonly modules: Readonly<Record<string, AnyModule>>;
  readonly couplings: readonly Link[];
  readonly signals: Signals;
  readonly weights: Readonly<Record<string, number>>;
}

/**
 * Takes a system apart into its modules, by id, and its couplings, in the order of definition: the inverse of `defineSystem`.
 * One object for each, so for systems that people can look at rather than for millions of modules. Ids that read as whole
 * numbers come first, as the keys of any object do.
 */
export function partsOf(system: System): Parts {
  const { ids, signals, weights } = system;
  const uses = new Array<AnyModule>(system.size);
  for (const { name, fields, family, slots, columns } of system.modules) {
    const at = rowReader(columns);
    slots.forEach((slot, k) => {
      uses[slot] = Object.freeze({ slot: 'module', name, fields, family, options: row(at, k) });
    });
  }
  const couplings: Link[] = [];
  for (const { name, fields, family, a, b, columns, items, position } of system.couplings) {
    const at = rowReader(columns);
    const places = position();
    const entry = (k: number): number => (items === null ? k : items[k]!);
    a.forEach((i, k) => {
      const use: AnyCoupling = Object.freeze({ slot: 'coupling', name, fields, family, options: row(at, entry(k)) });
      couplings[places[entry(k)]!] = Object.freeze({ use, between: [ids[i]!, ids[b[k]!]!] as const });
    });
  }
  return { modules: Object.fromEntries(ids.map((id, i) => [id, uses[i]!])), couplings, signals, weights };
}

/** A reader fills one object again and again. */
const row = (at: (k: number) => Options<Fields>, k: number): Options<Fields> => Object.freeze({ ...at(k) });
