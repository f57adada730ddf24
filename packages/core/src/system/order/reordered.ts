import type { System } from '../define.js';
import type { LinkGroup } from '../groups.js';
import { once } from '../once.js';
import type { Order } from './choose.js';
import { tiled } from './tiles.js';

/** Width of square tiles: two stretches of a vector of this length fit into a core's own cache. */
const SQUARE = 15;
/** Width of strips, in powers of two. */
const STRIP = 4;

/** The same system laid out in another order. Ids, options and places of definition go along. */
export function reordered(system: System, { rank, tiles }: Order): System {
  const { size, modules, couplings, signals, weights } = system;
  const ids = once(() => {
    if (rank === null) return system.ids;
    const moved = new Array<string>(size);
    system.ids.forEach((id, i) => (moved[rank[i]!] = id));
    return Object.freeze(moved);
  });
  return Object.freeze({
    size,
    signals,
    weights,
    get ids() {
      return ids();
    },
    indexOf: (id: string) => (rank === null ? system.indexOf(id) : rank[system.indexOf(id)]!),
    modules: rank === null ? modules : modules.map((group) => ({ ...group, slots: mapped(group.slots, rank) })),
    couplings: couplings.map((group) => laidOut(group, rank, tiles, size)),
  });
}

function laidOut(group: LinkGroup, rank: Int32Array | null, tiles: Order['tiles'], size: number): LinkGroup {
  const a = rank === null ? group.a : mapped(group.a, rank);
  const b = rank === null ? group.b : mapped(group.b, rank);
  if (tiles === null || group.family.fold !== undefined) return { ...group, a, b };
  const square = tiles === 'squares';
  const { items, ends } = tiled(a, b, size, square ? SQUARE : STRIP, square);
  return { ...group, a: taken(a, items), b: taken(b, items), items, ...(square ? { tiles: ends } : {}) };
}

function mapped(indices: Int32Array, rank: Int32Array): Int32Array {
  const out = new Int32Array(indices.length);
  for (let k = 0; k < out.length; k++) out[k] = rank[indices[k]!]!;
  return out;
}

function taken(indices: Int32Array, items: Int32Array): Int32Array {
  const out = new Int32Array(items.length);
  for (let k = 0; k < out.length; k++) out[k] = indices[items[k]!]!;
  return out;
}
