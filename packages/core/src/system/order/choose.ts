import type { System } from '../define.js';
import type { LinkGroup } from '../groups.js';
import { breadthFirst } from './breadth-first.js';
import { neighboursOf } from './neighbours.js';

/** How a system is to be laid out. */
export interface Order {
  /** The new number of each module; null where they stay. */
  readonly rank: Int32Array | null;
  /** Whether couplings are sorted into square tiles, strips, or not at all. */
  readonly tiles: 'squares' | 'strips' | null;
}

/** Up to this size the vectors fit into a core's own cache, and no order helps. */
const SMALL = 1 << 15;
/** Numbers that differ by less count as near: 64 kB apart in a vector. */
const NEAR = 1 << 13;
/** Couplings looked at in each family. */
const SAMPLE = 4096;
/** Share of far couplings from which on an order is worth its price. */
const FAR = 0.25;

/**
 * Chooses the order by measure of the graph: nothing where couplings run between near modules and follow each other;
 * couplings sorted into strips where only they are shuffled; modules renumbered by breadth-first search where that brings
 * them near; else couplings sorted into square tiles, so that what a tile touches stays in the cache.
 */
export function chooseOrder({ size, couplings }: System, small = SMALL): Order | null {
  const groups = couplings.filter(({ family }) => family.fold === undefined);
  if (size <= small || groups.length === 0) return null;
  if (farShare(groups, null) <= FAR) return jumpShare(groups) <= FAR ? null : { rank: null, tiles: 'strips' };
  const rank = breadthFirst(neighboursOf(size, groups));
  if (rank !== null && farShare(groups, rank) <= FAR) return { rank, tiles: 'strips' };
  return { rank: null, tiles: 'squares' };
}

/** Share of the sampled couplings whose ends are far from each other. */
function farShare(groups: readonly LinkGroup[], rank: Int32Array | null): number {
  return share(groups, ({ a, b }, k) => {
    const [i, j] = [a[k]!, b[k]!];
    return Math.abs(rank === null ? i - j : rank[i]! - rank[j]!);
  });
}

/** Share of the sampled couplings that begin far from the one before. */
function jumpShare(groups: readonly LinkGroup[]): number {
  return share(groups, ({ a }, k) => (k === 0 ? 0 : Math.abs(a[k]! - a[k - 1]!)));
}

function share(groups: readonly LinkGroup[], distance: (group: LinkGroup, k: number) => number): number {
  let far = 0;
  let seen = 0;
  for (const group of groups) {
    const stride = Math.max(1, Math.floor(group.a.length / SAMPLE));
    for (let k = 0; k < group.a.length; k += stride, seen++) if (distance(group, k) > NEAR) far++;
  }
  return seen === 0 ? 0 : far / seen;
}
