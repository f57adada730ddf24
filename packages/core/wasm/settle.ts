import { residual } from './lanes';
import {
  CAPACITY,
  COUNT,
  FOREIGN,
  FRONT,
  FROM,
  HAS_MOVED,
  LOG,
  MARKS,
  MOVED,
  QUEUED,
  RING,
  STUCK,
  push,
  setWord,
} from './queue';
import { stepRow } from './rows';
import { f, n, place, put, word } from './table';

/**
 * Steps rows from the front of the queue until it is empty, `budget` rows were stepped, or a row is marked as foreign,
 * which stays in front. Returns how many were stepped. Rows that move are written to the log once, with where they were.
 */
export function settle(t: usize, eta: usize, g: usize, q: usize, tolerance: f64, budget: i32): i32 {
  const marks = place(q, MARKS),
    ring = place(q, RING),
    capacity = word(q, CAPACITY);
  let stepped = 0;
  while (word(q, COUNT) > 0 && stepped < budget) {
    const front = word(q, FRONT);
    const i = n(ring, front);
    const mark = load<u8>(marks + i);
    if (mark & FOREIGN) break;
    setWord(q, FRONT, front + 1 == capacity ? 0 : front + 1);
    setWord(q, COUNT, word(q, COUNT) - 1);
    store<u8>(marks + i, mark & ~QUEUED);
    if (residual(eta, g, i) <= tolerance) continue;
    stepped++;
    const old = f(eta, i);
    stepRow(t, i, eta, g, q, tolerance);
    if (f(eta, i) == old) {
      setWord(q, STUCK, word(q, STUCK) + 1);
      continue;
    }
    if (!(mark & HAS_MOVED)) {
      store<u8>(marks + i, load<u8>(marks + i) | HAS_MOVED);
      const moved = word(q, MOVED);
      setWord(place(q, LOG), moved, i);
      put(place(q, FROM), moved, old);
      setWord(q, MOVED, moved + 1);
    }
    if (residual(eta, g, i) > tolerance) push(q, i);
  }
  return stepped;
}
