import { type Arena, lines } from '../wasm/arena.js';
import type { Place, Segment } from '../wasm/memory.js';
import type { Crew } from './crew.js';
import { PARTS } from './shares.js';

/** What `work` in wasm/partitions.ts can do, by its number there. */
export const operations = {
  energy: 0,
  gradient: 1,
  difference: 2,
  product: 3,
  diagonal: 4,
  bounds: 5,
  sum: 6,
  dot: 7,
  projectedNorm: 8,
  arc: 9,
  bends: 10,
  follows: 11,
  turn: 12,
} as const;

const PLACES = 1;
const NUMBER = 5;
const TABLES = 16;
const RESULTS = TABLES + PARTS;
/** Words of a partition's results: a line of memory. */
const LINE = 16;
const WORDS = RESULTS + LINE * PARTS;

/** Bytes of a job. */
export const jobBytes = lines(4 * WORDS);

/** The operation that a system is evaluated by, in its memory: what is to be done, where, and what comes out. */
export interface Job {
  /** Runs an operation on all partitions; `number` is its scalar argument. */
  run(operation: number, together: boolean, places: readonly Place[], number?: number): void;
  /** Σ over the partitions, in their order, of result `k`. */
  sum(k?: number): number;
  /** The largest of them, 0 at least. */
  most(): number;
}

/** @param tables those of the partitions */
export function jobOf(crew: Crew, segment: Segment, arena: Arena, tables: readonly Place[]): Job {
  const words = arena.ints(WORDS);
  const numbers = new Float64Array(words.buffer, words.byteOffset, WORDS / 2);
  words.set(tables, TABLES);
  const at = words.byteOffset;
  const result = (p: number, k: number): number => numbers[RESULTS / 2 + (LINE / 2) * p + k]!;
  return {
    run(operation, together, places, number = 0) {
      words[0] = operation;
      for (let k = 0; k < places.length; k++) words[PLACES + k] = places[k]!;
      numbers[NUMBER] = number;
      crew.run(segment, at, together);
    },
    sum(k = 0) {
      let total = 0;
      for (let p = 0; p < PARTS; p++) total += result(p, k);
      return total;
    },
    most() {
      let most = 0;
      for (let p = 0; p < PARTS; p++) if (result(p, 0) > most) most = result(p, 0);
      return most;
    },
  };
}
