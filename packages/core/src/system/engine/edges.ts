import type { PackedCouplings } from '../families.js';
import { isConstant } from '../columns.js';
import type { Arena } from '../wasm/arena.js';

/** Couplings of one family that is a squared gap: from `first` to before `last` in the numbering through all families. */
export interface EdgeFamily {
  readonly term: number;
  /** Whether only positive gaps count. */
  readonly hinge: boolean;
  /** Whether the ends have scales other than 1. */
  readonly scaled: boolean;
  readonly first: number;
  readonly last: number;
}

/** All squared gaps of a system, families with scales last. */
export interface Edges {
  readonly families: readonly EdgeFamily[];
  /** The order in which passes go through them: family by family, or tile by tile through all families. */
  readonly pieces: readonly EdgeFamily[];
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly w: Float64Array;
  /** Scales of the couplings from number `scaledFrom` on. */
  readonly alpha: Float64Array;
  readonly beta: Float64Array;
  readonly scaledFrom: number;
}

const isScaled = ({ family, columns }: PackedCouplings): boolean =>
  [family.gap!.alpha, family.gap!.beta].some((name) => {
    const column = name === 1 ? { every: 1 } : columns[name]!;
    return !isConstant(column) || column.every !== 1;
  });

/** How the squared gaps are to be numbered, and the bytes that they take. */
export interface EdgePlan {
  readonly groups: readonly PackedCouplings[];
  readonly families: readonly EdgeFamily[];
  readonly pieces: readonly EdgeFamily[];
  readonly total: number;
  readonly scaledFrom: number;
}

export function planEdges(given: readonly PackedCouplings[]): EdgePlan {
  const marked = given.map((group) => ({ group, scaled: isScaled(group) }));
  const ordered = [...marked.filter(({ scaled }) => !scaled), ...marked.filter(({ scaled }) => scaled)];
  let total = 0;
  let scaledFrom = 0;
  const families = ordered.map(({ group: { term, family, count }, scaled }): EdgeFamily => {
    const first = total;
    total += count;
    if (!scaled) scaledFrom = total;
    return { term, hinge: family.gap!.oneSided, scaled, first, last: total };
  });
  const groups = ordered.map(({ group }) => group);
  return { groups, families, pieces: piecesOf(groups, families), total, scaledFrom };
}

/** Tile by tile where the couplings are in tiles, so that what a tile touches serves all families. */
function piecesOf(groups: readonly PackedCouplings[], families: readonly EdgeFamily[]): readonly EdgeFamily[] {
  const tiles = groups[0]?.tiles?.length ?? 0;
  if (tiles === 0) return families;
  const pieces: EdgeFamily[] = [];
  for (let t = 0; t < tiles; t++) {
    groups.forEach(({ tiles: ends }, f) => {
      const from = families[f]!.first;
      const [first, last] = [from + (t === 0 ? 0 : ends![t - 1]!), from + ends![t]!];
      if (first < last) pieces.push({ ...families[f]!, first, last });
    });
  }
  return pieces;
}

/** Copies the columns of all squared gaps into the memory that the loops work on. */
export function packEdges({ groups, families, pieces, total, scaledFrom }: EdgePlan, arena: Arena): Edges {
  const [a, b, w] = [arena.ints(total), arena.ints(total), arena.floats(total)];
  const [alpha, beta] = [arena.floats(total - scaledFrom), arena.floats(total - scaledFrom)];
  groups.forEach(({ a: from, b: to, columns, family, items }, f) => {
    const { first, scaled } = families[f]!;
    a.set(from, first);
    b.set(to, first);
    const copy = (name: string | 1, out: Float64Array, at: number): void => {
      const column = name === 1 ? { every: 1 } : columns[name]!;
      if (isConstant(column)) out.fill(column.every as number, at, at + from.length);
      else if (items === null) out.set(column, at);
      else for (let k = 0; k < items.length; k++) out[at + k] = column[items[k]!];
    };
    copy(family.gap!.weight, w, first);
    if (!scaled) return;
    copy(family.gap!.alpha, alpha, first - scaledFrom);
    copy(family.gap!.beta, beta, first - scaledFrom);
  });
  return { families, pieces, a, b, w, alpha, beta, scaledFrom };
}
