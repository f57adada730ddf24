import { lines } from '../../system/wasm/arena.js';
import type { Touched } from '../../system/rows/row-part.js';

/** Where the numbers of a queue come from. */
export interface Room {
  ints(count: number): Int32Array;
  floats(count: number): Float64Array;
}

/** Words of the queue, as wasm/queue.ts names them. */
const FRONT = 0;
const COUNT = 1;
const MOVED = 3;
const STUCK = 8;
const WORDS = 9;

const QUEUED = 1;
const HAS_MOVED = 2;
const FOREIGN = 4;

/** Bytes of a queue for that many rows. */
export const queueBytes = (rows: number): number =>
  lines(4 * WORDS) + 2 * lines(4 * rows) + lines(8 * rows) + lines(rows + 4);

/**
 * The queue of rows whose residual |η - clip(η - g)| is above the tolerance, first in, first out, each at most once; and the
 * log of the rows that moved, with where they were. It lies in the kernels' memory, and both back ends work on it.
 */
export class Queue implements Touched {
  readonly tolerance: number;
  readonly #words: Int32Array;
  readonly #ring: Int32Array;
  readonly #marks: Uint8Array;
  readonly #log: Int32Array;
  readonly #from: Float64Array;
  readonly #eta: Float64Array;
  readonly #gradient: Float64Array;

  constructor(room: Room, eta: Float64Array, gradient: Float64Array, tolerance: number) {
    const rows = eta.length;
    const words = room.ints(WORDS);
    const [ring, log, from] = [room.ints(rows), room.ints(rows), room.floats(rows)];
    const { buffer, byteOffset } = room.ints((rows + 3) >> 2);
    this.#marks = new Uint8Array(buffer, byteOffset, rows).fill(0);
    words.set([0, 0, rows, 0, ring.byteOffset, byteOffset, log.byteOffset, from.byteOffset, 0]);
    this.#words = words;
    this.#ring = ring;
    this.#log = log;
    this.#from = from;
    this.#eta = eta;
    this.#gradient = gradient;
    this.tolerance = tolerance;
  }

  /** Byte offset, for the kernels. */
  get at(): number {
    return this.#words.byteOffset;
  }

  /** How many rows wait. */
  get count(): number {
    return this.#words[COUNT]!;
  }

  /** How many rows stayed above the tolerance because no step lowered the energy. */
  get stuck(): number {
    return this.#words[STUCK]!;
  }

  residual(i: number): number {
    const x = this.#eta[i]!;
    const to = x - this.#gradient[i]!;
    return Math.abs(x - (to < 0 ? 0 : to > 1 ? 1 : to));
  }

  /** Lets a row join where its residual is above the tolerance. */
  offer(i: number): void {
    if (this.residual(i) > this.tolerance) this.push(i);
  }

  push(i: number): void {
    const mark = this.#marks[i]!;
    if ((mark & QUEUED) !== 0) return;
    this.#marks[i] = mark | QUEUED;
    const capacity = this.#ring.length;
    const at = this.#words[FRONT]! + this.#words[COUNT]!++;
    this.#ring[at >= capacity ? at - capacity : at] = i;
  }

  /** Takes the row in front out. */
  pop(): number {
    const front = this.#words[FRONT]!;
    const i = this.#ring[front]!;
    this.#words[FRONT] = front + 1 === this.#ring.length ? 0 : front + 1;
    this.#words[COUNT]!--;
    this.#marks[i]! &= ~QUEUED;
    return i;
  }

  /** Remembers that a row moved, and from where. */
  note(i: number, from: number): void {
    const mark = this.#marks[i]!;
    if ((mark & HAS_MOVED) !== 0) return;
    this.#marks[i] = mark | HAS_MOVED;
    const moved = this.#words[MOVED]!++;
    this.#log[moved] = i;
    this.#from[moved] = from;
  }

  /** Counts a row that no step could bring below the tolerance. */
  gaveUp(): void {
    this.#words[STUCK]!++;
  }

  /** Whether the kernels must leave a row to families that run in JavaScript. */
  isForeign(i: number): boolean {
    return (this.#marks[i]! & FOREIGN) !== 0;
  }

  markForeign(i: number, foreign: boolean): void {
    if (foreign) this.#marks[i]! |= FOREIGN;
    else this.#marks[i]! &= ~FOREIGN;
  }

  /** Tells of every row that moved and where it was, and empties the log. */
  drain(each: (row: number, from: number) => void): void {
    const moved = this.#words[MOVED]!;
    this.#words[MOVED] = 0;
    this.#words[STUCK] = 0;
    for (let k = 0; k < moved; k++) {
      const i = this.#log[k]!;
      this.#marks[i]! &= ~HAS_MOVED;
      each(i, this.#from[k]!);
    }
  }

  /** Sends everybody who waits away. */
  clear(): void {
    while (this.count > 0) this.pop();
  }
}
