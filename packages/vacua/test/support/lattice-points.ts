import type { Ray } from '../../src/index.js';

/** No sections of a base of few rays reach so far. */
const FAR = 700;

/**
 * The monomials of -nK one by one: all m with <m, v> >= -n for every ray v, and the least <m, v> + n for each ray. The first two rays have to be
 * (1, 0) and (0, 1).
 */
export function latticePoints(rays: readonly Ray[], n: number): { readonly count: number; readonly orders: number[] } {
  let count = 0;
  const orders = rays.map(() => Infinity);
  for (let x = -n; x < FAR; x++) {
    let [least, most] = [-n, FAR];
    for (const [a, b] of rays) {
      if (b > 0) least = Math.max(least, Math.ceil((-n - a * x) / b));
      else if (b < 0) most = Math.min(most, Math.floor((-n - a * x) / b));
      else if (a * x < -n) most = -Infinity;
    }
    for (let y = least; y <= most; y++) {
      count++;
      for (const [i, [a, b]] of rays.entries()) orders[i] = Math.min(orders[i]!, a * x + b * y + n);
    }
  }
  return { count, orders };
}
