import type { Edges } from '../engine/edges.js';

/** Partitions of every system, whatever the number of threads: so that this number does not show in any bit. */
export const PARTS = 16;

/** Contiguous ranges of modules with about the same work in each. */
export interface Shares {
  /** Partition `p` has the modules from `starts[p]` to before `starts[p + 1]`. */
  readonly starts: Int32Array;
  /** The partition of each module. */
  readonly of: Uint8Array;
}

/** Modules that begin a line of memory, so that two partitions never write to one. */
const LINE = 8;
/** Work of a module, in ends of couplings. */
const MODULE = 2;

export function sharesOf(size: number, { a, b }: Edges): Shares {
  const blocks = Math.ceil(size / LINE);
  const work = new Float64Array(blocks).fill(LINE * MODULE);
  for (let e = 0; e < a.length; e++) {
    work[a[e]! >> 3]! += 1;
    work[b[e]! >> 3]! += 1;
  }
  const all = work.reduce((total, amount) => total + amount, 0);
  const starts = new Int32Array(PARTS + 1).fill(size);
  const of = new Uint8Array(size);
  let done = 0;
  let part = -1;
  for (let block = 0; block < blocks; block++) {
    const here = Math.min(PARTS - 1, Math.floor((PARTS * (done + work[block]! / 2)) / all));
    while (part < here) starts[++part] = LINE * block;
    of.fill(part, LINE * block, LINE * (block + 1));
    done += work[block]!;
  }
  return { starts, of };
}
