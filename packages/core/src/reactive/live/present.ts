import type { Fields, Options } from '../../options/field.js';
import {
  type AnyColumns,
  type Column,
  concatColumns,
  concatIndices,
  gather,
  isConstant,
} from '../../system/columns.js';
import { type System, idIndex } from '../../system/define.js';
import type { LinkGroup, ModuleGroup } from '../../system/groups.js';
import type { AddedCoupling } from './added.js';
import type { State } from './state.js';

/** The system as it is, with the numbers of its couplings in the order of definition. */
export interface Present {
  readonly system: System;
  readonly numbers: Int32Array;
}

/** Puts what is left of the packed system together with what came after, in time linear in its size. */
export function presentOf(state: State): Present {
  const { base, names } = state;
  const order = names.order();
  const index = new Int32Array(base.capacity).fill(-1);
  for (let i = 0; i < order.length; i++) index[order[i]!] = i;
  const { numbers, positions } = positionsOf(state);
  const ids = Object.freeze(names.ids());
  const system: System = {
    size: ids.length,
    ids,
    indexOf: idIndex(() => ids),
    modules: Object.freeze(modulesOf(state, index)),
    couplings: Object.freeze(couplingsOf(state, index, positions)),
    signals: base.system.signals,
    weights: base.system.weights,
  };
  return { system: Object.freeze(system), numbers };
}

/** By family, in the order of their names' first appearance. */
function byFamily<T extends { readonly use: { readonly name: string } }>(items: Iterable<T>): Map<string, T[]> {
  const bins = new Map<string, T[]>();
  for (const item of items) {
    const bin = bins.get(item.use.name);
    if (bin === undefined) bins.set(item.use.name, [item]);
    else bin.push(item);
  }
  return bins;
}

/** The numbers below `count` that are kept. */
function where(count: number, keep: (k: number) => boolean): Int32Array {
  const kept = new Int32Array(count);
  let next = 0;
  for (let k = 0; k < count; k++) if (keep(k)) kept[next++] = k;
  return kept.slice(0, next);
}

function pick(column: Float64Array | readonly unknown[], items: Int32Array): Column {
  const out = column instanceof Float64Array ? new Float64Array(items.length) : new Array<unknown>(items.length);
  for (let k = 0; k < items.length; k++) out[k] = column[items[k]!];
  return out;
}

interface Head {
  readonly fields: Fields;
  readonly columns: AnyColumns;
}

/** The entries `items` of packed columns, then those of added instances. */
function joined({ fields, columns }: Head, items: Int32Array, rows: readonly Options<Fields>[]): AnyColumns {
  const left: Record<string, Column> = {};
  for (const [name, column] of Object.entries(columns)) {
    if (isConstant(column)) left[name] = column;
    else left[name] = pick(column, items);
  }
  if (rows.length === 0) return left;
  const late = gather(fields, rows);
  return items.length === 0 ? late : concatColumns(fields, [left, late], [items.length, rows.length]);
}

function modulesOf({ base, added, goneLocals }: State, index: Int32Array): ModuleGroup[] {
  const late = byFamily(Array.from(added.modules, ([slot, { use }]) => ({ slot, use })));
  const groups: ModuleGroup[] = [];
  for (const group of base.system.modules) {
    const items = where(group.slots.length, (k) => goneLocals[group.slots[k]!] === 0);
    const more = late.get(group.name) ?? [];
    late.delete(group.name);
    const kept = items.map((k) => index[group.slots[k]!]!);
    const slots = concatIndices([kept, Int32Array.from(more, ({ slot }) => index[slot]!)]);
    if (slots.length === 0) continue;
    const columns = joined(
      group,
      items,
      more.map(({ use }) => use.options as Options<Fields>),
    );
    groups.push(Object.freeze({ ...group, slots, columns }));
  }
  for (const [name, more] of late) {
    const { fields, family } = more[0]!.use;
    const columns = gather(
      fields,
      more.map(({ use }) => use.options as Options<Fields>),
    );
    groups.push(
      Object.freeze({ name, fields, family, slots: Int32Array.from(more, ({ slot }) => index[slot]!), columns }),
    );
  }
  return groups;
}

/** New places in the order of definition: of packed couplings by code (-1 where gone), of added ones in their order. */
function positionsOf({ places, gone, added }: State): { numbers: Int32Array; positions: Int32Array } {
  const codes = new Int32Array(places.count).fill(-1);
  for (const { first, group } of places.all) {
    const position = group.position();
    for (let k = 0; k < group.count; k++) {
      if (gone[first + k] === 0) codes[position[group.items === null ? k : group.items[k]!]!] = first + k;
    }
  }
  const positions = new Int32Array(places.count).fill(-1);
  const numbers = new Int32Array(places.count + added.couplings.size);
  let next = 0;
  for (let position = 0; position < codes.length; position++) {
    if (codes[position]! < 0) continue;
    positions[codes[position]!] = next;
    numbers[next++] = places.numbers === null ? position : places.numbers[position]!;
  }
  for (const number of added.couplings.keys()) numbers[next++] = number;
  return { numbers: numbers.slice(0, next), positions };
}

function couplingsOf({ base, places, gone, added }: State, index: Int32Array, positions: Int32Array): LinkGroup[] {
  const packed = places.count - gone.reduce((total, flag) => total + flag, 0);
  const rank = new Map([...added.couplings.values()].map((coupling, k) => [coupling, packed + k]));
  const late = byFamily(added.couplings.values());
  const groups: LinkGroup[] = [];
  const group = (
    head: Omit<LinkGroup, 'a' | 'b' | 'items' | 'position'>,
    kept: Kept,
    more: readonly AddedCoupling[],
  ) => {
    const a = concatIndices([kept.a, Int32Array.from(more, ({ a: slot }) => index[slot]!)]);
    const b = concatIndices([kept.b, Int32Array.from(more, ({ b: slot }) => index[slot]!)]);
    const position = concatIndices([kept.position, Int32Array.from(more, (coupling) => rank.get(coupling)!)]);
    if (a.length > 0) groups.push(Object.freeze({ ...head, a, b, items: null, position: () => position }));
  };
  base.system.couplings.forEach(({ name, fields, family, columns, a, b, items }, g) => {
    const { first } = places.all.find((place) => place.group === base.couplings[g])!;
    const left = where(a.length, (k) => gone[first + k] === 0);
    const more = late.get(name) ?? [];
    late.delete(name);
    const kept = {
      a: left.map((k) => index[a[k]!]!),
      b: left.map((k) => index[b[k]!]!),
      position: left.map((k) => positions[first + k]!),
    };
    const entries = items === null ? left : left.map((k) => items[k]!);
    const rows = more.map(({ use }) => use.options as Options<Fields>);
    group({ name, fields, family, columns: joined({ fields, columns }, entries, rows) }, kept, more);
  });
  const nothing = { a: new Int32Array(0), b: new Int32Array(0), position: new Int32Array(0) };
  for (const [name, more] of late) {
    const { fields, family } = more[0]!.use;
    const rows = more.map(({ use }) => use.options as Options<Fields>);
    group({ name, fields, family, columns: gather(fields, rows) }, nothing, more);
  }
  return groups;
}

interface Kept {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly position: Int32Array;
}
