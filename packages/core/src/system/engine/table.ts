import type { Vector } from '../../contract/energy.js';
import type { Arena } from '../wasm/arena.js';
import type { EdgeFamily, Edges } from './edges.js';
import type { Folded } from './quartics.js';

/** What the kernels know of a system, in their memory; its words are those named in wasm/table.ts. */
export interface Table {
  /** Byte offset. */
  readonly at: number;
  /** Sets the families' scales. */
  under(weights: Vector): void;
}

/** One that covers whole families in their order, to which the couplings of each row can be given. */
export interface RowTable extends Table {
  rows(start: Int32Array, items: Int32Array): void;
}

const HEAD = 16;
const WORDS = { rowStart: 11, rows: 12 } as const;

/** Bytes of a table for that many pieces. */
export const tableBytes = (pieces: number): number => 4 * HEAD + 24 * pieces;

/** @param low first row of those that the table covers; `high` is the row behind the last */
export function tableOf(
  high: number,
  edges: Edges,
  pieces: readonly EdgeFamily[],
  folded: Folded | null,
  arena: Arena,
  low = 0,
): RowTable {
  const { a, b, w, alpha, beta, scaledFrom } = edges;
  const words = arena.ints(HEAD + 6 * pieces.length);
  const scales = new Float64Array(words.buffer, words.byteOffset + 4 * HEAD + 16 * pieces.length, pieces.length);
  const scaled = (column: Float64Array): number => column.byteOffset - 8 * scaledFrom;
  const quartic = folded === null ? [0, 0, 0] : [folded.h, folded.a, folded.b].map(({ byteOffset }) => byteOffset);
  const places = [a.byteOffset, b.byteOffset, w.byteOffset, scaled(alpha), scaled(beta)];
  words.set([low, high, pieces.length, ...places, ...quartic]);
  pieces.forEach(({ hinge, scaled: scales2, side = 0, first, last }, k) => {
    words.set([(hinge ? 1 : 0) + (scales2 ? 2 : 0) + 4 * side, first, last, 0], HEAD + 4 * k);
  });
  return {
    at: words.byteOffset,
    under(weights) {
      for (let k = 0; k < pieces.length; k++) scales[k] = weights[pieces[k]!.term]!;
      folded?.under(weights);
    },
    rows(start, items) {
      words[WORDS.rowStart] = start.byteOffset;
      words[WORDS.rows] = items.byteOffset;
    },
  };
}
