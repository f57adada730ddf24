import { CfcError } from '../errors.js';
import { type Fields, type Options, describe, isRecord } from '../options/field.js';
import { type AnyColumns, concatColumns, concatIndices, gather } from './columns.js';
import type { CouplingColumns, ModuleColumns } from './blocks.js';
import { checkEnds, ends, isColumns } from './ends.js';
import type { AnyModule, Link, LinkGroup, ModuleGroup } from './groups.js';

/** What instances and columns of one family have in common. */
interface Head<Family> {
  readonly name: string;
  readonly fields: Fields;
  readonly family: Family;
}

/** Parts of one family, in the order in which they came. */
interface Bin<Family> extends Head<Family> {
  readonly parts: { readonly columns: AnyColumns; readonly indices: readonly Int32Array[]; readonly place: number }[];
  rows: Options<Fields>[];
  /** Indices of the rows: the modules' slots, or both ends and place of couplings. */
  readonly lists: number[][];
}

function binOf<Family>(bins: Map<string, Bin<Family>>, head: Head<Family>, lists: number): Bin<Family> {
  const { name, fields, family } = head;
  const known = bins.get(name);
  if (known === undefined) {
    const fresh = { name, fields, family, parts: [], rows: [], lists: Array.from({ length: lists }, () => []) };
    bins.set(name, fresh);
    return fresh;
  }
  if (known.family !== family) {
    throw new CfcError(
      'NAME_TAKEN',
      `two different families are called "${name}"`,
      'the system',
      'Rename one of them.',
    );
  }
  return known;
}

/** Moves the rows collected so far into a part of their own. */
function closeRows<Family>(bin: Bin<Family>): void {
  if (bin.rows.length === 0) return;
  bin.parts.push({
    columns: gather(bin.fields, bin.rows),
    indices: bin.lists.map((list) => Int32Array.from(list.splice(0))),
    place: -1,
  });
  bin.rows = [];
}

function closed<Family>(
  bin: Bin<Family>,
  ends: number,
): { head: Head<Family>; columns: AnyColumns; indices: Int32Array[] } {
  closeRows(bin);
  const { name, fields, family, parts } = bin;
  const columns = concatColumns(
    fields,
    parts.map((part) => part.columns),
    parts.map((part) => part.indices[0]!.length),
  );
  const indices = Array.from({ length: ends }, (_, at) => concatIndices(parts.map((part) => part.indices[at]!)));
  return { head: { name, fields, family }, columns, indices };
}

/** The numbers from `first` on. */
function range(first: number, count: number): Int32Array {
  const out = new Int32Array(count);
  for (let k = 0; k < count; k++) out[k] = first + k;
  return out;
}

/** Groups modules by family. The ids are made when first asked for. */
export function collectModules(given: Readonly<Record<string, AnyModule>> | readonly ModuleColumns[]): {
  groups: readonly ModuleGroup[];
  size: number;
  ids: () => readonly string[];
} {
  const bins = new Map<string, Bin<ModuleGroup['family']>>();
  let size = 0;
  let ids: () => readonly string[];
  if (Array.isArray(given)) {
    const blocks = given as readonly ModuleColumns[];
    for (const block of blocks) {
      if (!isRecord(block) || !Number.isInteger(block.count)) {
        throw new CfcError(
          'INPUT_INVALID',
          `${describe(block)} is not a block of modules`,
          'modules',
          'Give moduleColumns(...).',
        );
      }
      binOf(bins, block, 1).parts.push({ columns: block.columns, indices: [range(size, block.count)], place: size });
      size += block.count;
    }
    let made: readonly string[] | null = null;
    ids = () => (made ??= Object.freeze(columnIds(blocks)));
  } else {
    const entries = Object.entries(given as Readonly<Record<string, AnyModule>>);
    for (const [id, module] of entries) {
      if (!isRecord(module) || module['slot'] !== 'module') {
        throw new CfcError(
          'INPUT_INVALID',
          `${describe(module)} is not a module`,
          `modules.${id}`,
          'Make one by calling its definition.',
        );
      }
      const bin = binOf(bins, module, 1);
      bin.rows.push(module.options as Options<Fields>);
      bin.lists[0]!.push(size++);
    }
    const names = Object.freeze(entries.map(([id]) => id));
    ids = () => names;
  }
  if (size === 0) throw new CfcError('INPUT_INVALID', 'a system without modules', 'modules', 'Give at least one.');
  const groups = [...bins.values()].map((bin) => {
    const { head, columns, indices } = closed(bin, 1);
    return Object.freeze({ ...head, columns, slots: indices[0]! });
  });
  return { groups: Object.freeze(groups), size, ids };
}

function columnIds(blocks: readonly ModuleColumns[]): string[] {
  const ids: string[] = [];
  for (const { prefix, count } of blocks) for (let k = 0; k < count; k++) ids.push(`${prefix}${k}`);
  if (new Set(ids).size < ids.length) {
    throw new CfcError(
      'INPUT_INVALID',
      'two blocks of modules make the same ids',
      'modules',
      'Give each a prefix of its own.',
    );
  }
  return ids;
}

/** Groups couplings by family and remembers the order in which they were defined. */
export function collectCouplings(
  given: readonly (Link | CouplingColumns)[],
  size: number,
  indexOf: (id: string) => number,
): readonly LinkGroup[] {
  const bins = new Map<string, Bin<LinkGroup['family']>>();
  let place = 0;
  given.forEach((entry, at) => {
    const where = `couplings[${at}]`;
    if (!isColumns(entry, where)) {
      const [a, b] = ends(entry, where, indexOf);
      const bin = binOf(bins, entry.use, 3);
      bin.rows.push(entry.use.options as Options<Fields>);
      [a, b, place++].forEach((index, list) => bin.lists[list]!.push(index));
      return;
    }
    checkEnds(entry, size);
    const bin = binOf(bins, entry, 3);
    closeRows(bin);
    bin.parts.push({ columns: entry.columns, indices: [entry.a, entry.b], place });
    place += entry.a.length;
  });
  const groups = [...bins.values()].map((bin) => {
    const { head, columns, indices } = closed(bin, 2);
    const [a, b] = indices as [Int32Array, Int32Array];
    const position = (): Int32Array =>
      concatIndices(
        bin.parts.map(({ indices: [from, , places], place: first }) => places ?? range(first, from!.length)),
      );
    return Object.freeze({ ...head, columns, a, b, items: null, position });
  });
  return Object.freeze(groups);
}
