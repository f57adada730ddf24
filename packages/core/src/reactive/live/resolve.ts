import { CfcError } from '../../errors.js';
import { describe, isRecord } from '../../options/field.js';
import { onlyKeys } from '../../options/only-keys.js';
import type { AddedCoupling } from './added.js';
import { bad } from './check.js';
import type { State } from './state.js';

/** A coupling by its number, or all of one family between two modules, in that order. */
export type CouplingName = number | { readonly use: string; readonly between: readonly [string, string] };

/** What is to be removed. */
export interface Removals {
  /** Ids; a module takes its couplings along. */
  readonly modules?: readonly string[];
  readonly couplings?: readonly CouplingName[];
}

/** The same, found. */
export interface Found {
  readonly modules: readonly { readonly id: string; readonly slot: number }[];
  /** Codes. */
  readonly packed: ReadonlySet<number>;
  readonly added: ReadonlySet<AddedCoupling>;
}

const WHERE = 'remove';

/**
 * Finds everything that is to be removed; nothing has changed when it throws.
 *
 * @throws `NAME_UNKNOWN` for a module or coupling that is not there; `INPUT_INVALID`, `OPTION_UNKNOWN`; also where no module
 * would be left
 */
export function resolve(state: State, given: Removals): Found {
  if (!isRecord(given)) throw bad(`${describe(given)} is nothing to remove`, WHERE, 'Give { modules, couplings }.');
  onlyKeys(given, ['modules', 'couplings'], WHERE);
  const { modules = [], couplings = [] } = given as Removals;
  for (const [key, list] of [['modules', modules] as const, ['couplings', couplings] as const]) {
    if (!Array.isArray(list)) throw bad(`${key} are ${describe(list)}`, `${WHERE}.${key}`, 'Give a list.');
  }
  const packed = new Set<number>();
  const added = new Set<AddedCoupling>();
  couplings.forEach((name, k) => {
    const before = packed.size + added.size;
    const where = `${WHERE}.couplings[${k}]`;
    if (typeof name === 'number') byNumber(state, name, packed, added, where);
    else byEnds(state, name, packed, added, where);
    if (packed.size + added.size > before) return;
    const text = typeof name === 'number' ? String(name) : `"${name.use}" between ${name.between.join(' and ')}`;
    throw new CfcError(
      'NAME_UNKNOWN',
      `no coupling ${text}, or named twice`,
      where,
      'Name couplings that are there, once.',
    );
  });
  const gone = new Map<string, number>();
  modules.forEach((id, k) => {
    const slot = state.names.slotOf(id, `${WHERE}.modules[${k}]`);
    gone.set(id, slot);
    for (const code of packedOf(state, slot)) packed.add(code);
    for (const coupling of state.added.of(slot)) added.add(coupling);
  });
  if (gone.size === state.names.size) throw bad('no module would be left', WHERE, 'Leave at least one.');
  return { modules: [...gone].map(([id, slot]) => ({ id, slot })), packed, added };
}

/** The codes of the packed couplings of a module that are still there. */
function* packedOf({ base, places, gone, looped, foldedRows }: State, slot: number): Generator<number> {
  const { start, items } = base.rows;
  for (let entry = start[slot]!; entry < start[slot + 1]!; entry++) {
    if (gone[items[entry]!] === 0) yield items[entry]!;
  }
  if (places.looped > places.gaps) {
    const rows = foldedRows();
    for (let entry = rows.start[slot]!; entry < rows.start[slot + 1]!; entry++) {
      const code = places.gaps + rows.items[entry]!;
      if (gone[code] === 0) yield code;
    }
  }
  if (looped === null) return;
  const { start: first, coupling } = looped.incidence;
  for (let entry = first[slot]!; entry < first[slot + 1]!; entry++) {
    const code = places.looped + coupling[entry]!;
    if (gone[code] === 0) yield code;
  }
}

function byNumber(state: State, name: number, packed: Set<number>, added: Set<AddedCoupling>, where: string): void {
  if (!Number.isInteger(name) || name < 0) throw bad(`a coupling ${describe(name)}`, where, 'Give its number.');
  const late = state.added.couplings.get(name);
  if (late !== undefined) added.add(late);
  const code = state.places.codeOf(name);
  if (code >= 0 && state.gone[code] === 0) packed.add(code);
}

function byEnds(
  state: State,
  name: Exclude<CouplingName, number>,
  packed: Set<number>,
  added: Set<AddedCoupling>,
  where: string,
): void {
  const fits =
    isRecord(name) && typeof name.use === 'string' && Array.isArray(name.between) && name.between.length === 2;
  if (!fits)
    throw bad(`${describe(name)} names no coupling`, where, 'Give a number, or { use: name, between: [id, id] }.');
  const [i, j] = name.between.map((id) => state.names.slotOf(id, `${where}.between`)) as [number, number];
  for (const code of packedOf(state, i)) {
    const { first, group } = state.places.of(code);
    if (group.name === name.use && group.a[code - first] === i && group.b[code - first] === j) packed.add(code);
  }
  for (const coupling of state.added.of(i)) {
    if (coupling.use.name === name.use && coupling.a === i && coupling.b === j) added.add(coupling);
  }
}
