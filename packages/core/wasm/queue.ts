import { n, place, word } from './table';

// The queue of rows whose residual is too large: a ring of `CAPACITY` rows, each at most once.

export const FRONT = 0;
export const COUNT = 1;
export const CAPACITY = 2;
export const MOVED = 3;
export const RING = 4;
export const MARKS = 5;
export const LOG = 6;
/** Where each row of the log was before it moved. */
export const FROM = 7;
/** How many rows were left above the tolerance because no step lowered the energy. */
export const STUCK = 8;

/** Marks of a row. */
export const QUEUED: u8 = 1;
export const HAS_MOVED: u8 = 2;
export const FOREIGN: u8 = 4;

// prettier-ignore
@inline export function setWord(q: usize, k: i32, x: i32): void { store<i32>(q + (<usize>k << 2), x); }

export function push(q: usize, i: i32): void {
  const mark = place(q, MARKS) + i;
  if (load<u8>(mark) & QUEUED) return;
  store<u8>(mark, load<u8>(mark) | QUEUED);
  const count = word(q, COUNT), capacity = word(q, CAPACITY);
  let at = word(q, FRONT) + count;
  if (at >= capacity) at -= capacity;
  setWord(place(q, RING), at, i);
  setWord(q, COUNT, count + 1);
}
