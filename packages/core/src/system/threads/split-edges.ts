import type { EdgeFamily, Edges } from '../engine/edges.js';
import { type Arena, lines } from '../wasm/arena.js';
import { PARTS, type Shares } from './shares.js';

const FIRST_END = 1;
const SECOND_END = 2;

/** Where the couplings of one family go: for each partition those inside it, those cut at their first end, and copies for the second. */
interface Places {
  readonly family: EdgeFamily;
  /** Starts, with one entry behind the last: 2 p is inside partition p, 2 p + 1 cut. */
  readonly own: Int32Array;
  readonly copies: Int32Array;
}

/** How squared gaps are to be numbered so that each partition's stand together, and the bytes that they take. */
export interface Split {
  readonly edges: Edges;
  readonly places: readonly Places[];
  /** Entries of all columns, copies included, and of those with scales. */
  readonly total: number;
  readonly scales: number;
  readonly room: number;
}

export function planSplit(edges: Edges, { of }: Shares): Split {
  const { a, b, families, scaledFrom } = edges;
  const counts = families.map(({ first, last }) => {
    const own = new Int32Array(2 * PARTS + 1);
    const copies = new Int32Array(PARTS + 1);
    for (let e = first; e < last; e++) {
      const p = of[a[e]!]!;
      const q = of[b[e]!]!;
      own[2 * p + (p === q ? 0 : 1)]!++;
      if (p !== q) copies[q]!++;
    }
    toStarts(own, first);
    return { own, copies };
  });
  let total = a.length;
  let scales = 0;
  // Copies with scales come first, so that those of the others need none.
  for (const scaled of [true, false]) {
    families.forEach((family, k) => {
      if (family.scaled === scaled) total = toStarts(counts[k]!.copies, total);
    });
    if (scaled) scales = total - scaledFrom;
  }
  const room = 2 * lines(4 * total) + lines(8 * total) + 2 * lines(8 * scales);
  return { edges, places: families.map((family, k) => ({ family, ...counts[k]! })), total, scales, room };
}

/** Turns counts into starts from `from` on; the last entry becomes the end, which is returned. */
function toStarts(counts: Int32Array, from: number): number {
  let at = from;
  for (let k = 0; k < counts.length; k++) {
    const count = counts[k]!;
    counts[k] = at;
    at += count;
  }
  return at;
}

/**
 * Copies the columns in that order.
 *
 * @returns all couplings once, and what each partition works on: a coupling between two of them is worked on by both, each
 * writing to its own end
 */
export function packSplit(
  { edges, places, total, scales }: Split,
  { of }: Shares,
  arena: Arena,
): { readonly edges: Edges; readonly parts: readonly (readonly EdgeFamily[])[] } {
  const { scaledFrom } = edges;
  const [a, b, w] = [arena.ints(total), arena.ints(total), arena.floats(total)];
  const [alpha, beta] = [arena.floats(scales), arena.floats(scales)];
  for (const { family, own, copies } of places) {
    const [nextOwn, nextCopy] = [own.slice(), copies.slice()];
    const put = (at: number, e: number): void => {
      a[at] = edges.a[e]!;
      b[at] = edges.b[e]!;
      w[at] = edges.w[e]!;
      if (!family.scaled) return;
      alpha[at - scaledFrom] = edges.alpha[e - scaledFrom]!;
      beta[at - scaledFrom] = edges.beta[e - scaledFrom]!;
    };
    for (let e = family.first; e < family.last; e++) {
      const p = of[edges.a[e]!]!;
      const q = of[edges.b[e]!]!;
      put(nextOwn[2 * p + (p === q ? 0 : 1)]!++, e);
      if (p !== q) put(nextCopy[q]!++, e);
    }
  }
  const parts = Array.from({ length: PARTS }, (_, p) =>
    places
      .flatMap(({ family, own, copies }): EdgeFamily[] => [
        { ...family, first: own[2 * p]!, last: own[2 * p + 1]! },
        { ...family, side: FIRST_END, first: own[2 * p + 1]!, last: own[2 * p + 2]! },
        { ...family, side: SECOND_END, first: copies[p]!, last: copies[p + 1]! },
      ])
      .filter(({ first, last }) => first < last),
  );
  const once = edges.a.length;
  return {
    edges: {
      ...edges,
      pieces: edges.families,
      a: a.subarray(0, once),
      b: b.subarray(0, once),
      w: w.subarray(0, once),
      alpha,
      beta,
    },
    parts,
  };
}
