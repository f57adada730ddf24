import { checkList } from './check-list.js';
import { LONGEST } from './cycle.js';

/** What is added to a self-intersection to make it the code of a character, in one-byte texts. */
const ZERO = 128;

/**
 * The canonical form of a cyclic list: the lexicographically largest of all its rotations in both directions, as numbers.
 *
 * @param selfIntersections 3 to 512 whole numbers in -128..127
 * @throws `INPUT_INVALID` for anything else
 */
export function canonicalForm(selfIntersections: readonly number[]): number[] {
  checkList(selfIntersections);
  return fromKey(canonicalKey(selfIntersections, selfIntersections.length));
}

/** The canonical form of the first `size` values as a text of one character each, which compare like the numbers. */
export function canonicalKey(values: ArrayLike<number>, size: number): string {
  for (let i = 0; i < size; i++) {
    forward[i] = forward[i + size] = backward[size - 1 - i] = backward[2 * size - 1 - i] = values[i]! + ZERO;
  }
  const [a, b] = [largestRotation(forward, size), largestRotation(backward, size)];
  let difference = 0;
  for (let k = 0; k < size && difference === 0; k++) difference = forward[a + k]! - backward[b + k]!;
  const [from, best] = difference >= 0 ? [forward, a] : [backward, b];
  return String.fromCharCode.apply(null, from.subarray(best, best + size) as unknown as number[]);
}

/** The numbers behind a key. */
export const fromKey = (key: string): number[] => Array.from(key, (one) => one.charCodeAt(0) - ZERO);

const forward = new Uint8Array(2 * LONGEST);
const backward = new Uint8Array(2 * LONGEST);

/** Where the largest rotation of a list begins that stands twice in `list`; in linear time, by two candidates that pass each other. */
function largestRotation(list: Uint8Array, size: number): number {
  let [i, j, k] = [0, 1, 0];
  while (i < size && j < size && k < size) {
    const difference = list[i + k]! - list[j + k]!;
    if (difference === 0) {
      k++;
      continue;
    }
    if (difference < 0) i += k + 1;
    else j += k + 1;
    if (i === j) j++;
    k = 0;
  }
  return Math.min(i, j);
}
