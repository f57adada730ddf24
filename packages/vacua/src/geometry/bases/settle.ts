import { type Cycle, LONGEST } from './cycle.js';

/** Orders that no minimal model comes near: where they are reached there is none. */
const HIGHEST = 1000;

/** Curves to look at, each at most once. */
const stack = new Uint16Array(LONGEST + 1);
const waiting = new Uint8Array(LONGEST + 1);

/**
 * Raises orders of vanishing c to the least ones >= 0 under which -nK - Σ c_i D_i meets no curve negatively:
 * n (2 + s_i) - s_i c_i - c_{i-1} - c_{i+1} >= 0. Where the value v is below 0, c_i grows by ⌈v / s_i⌉ and the neighbours are looked at again.
 *
 * @param c orders to begin from, none above the least ones; changed in place
 * @param n 4 for f, 6 for g
 * @param from first of `count` curves where something changed
 * @returns false where -nK has no section: v < 0 on a curve with s >= 0
 *
 * Source: D. Morrison, W. Taylor, Fortschr. Phys. 60 (2012) 1187, arXiv:1204.0283.
 */
export function settle(cycle: Cycle, c: Int16Array, n: 4 | 6, from: number, count: number): boolean {
  const { s, size } = cycle;
  let top = 0;
  for (let k = 0; k < count; k++) {
    const i = (from + k) % size;
    stack[top++] = i;
    waiting[i] = 1;
  }
  while (top > 0) {
    const i = stack[--top]!;
    waiting[i] = 0;
    const left = i === 0 ? size - 1 : i - 1;
    const right = i + 1 === size ? 0 : i + 1;
    const v = n * (2 + s[i]!) - s[i]! * c[i]! - c[left]! - c[right]!;
    if (v >= 0) continue;
    if (s[i]! >= 0 || c[i]! > HIGHEST) {
      while (top > 0) waiting[stack[--top]!] = 0;
      return false;
    }
    c[i]! += Math.ceil(v / s[i]!);
    if (waiting[left] === 0) {
      waiting[left] = 1;
      stack[top++] = left;
    }
    if (waiting[right] === 0) {
      waiting[right] = 1;
      stack[top++] = right;
    }
  }
  return true;
}
