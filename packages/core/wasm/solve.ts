import { product } from './passes';
import { add, f, put } from './table';
import { descend, dot, turn } from './vectors';

/**
 * Truncated, preconditioned conjugate gradients for H d = g on the rows where `inverse` is not 0: adds to `d`, works in `r`,
 * `s` and `image`. Ends at the relative residual `tolerance`, after `most` products, or at negative curvature. Returns how
 * many products were made, negated where the last showed negative curvature.
 */
// prettier-ignore
export function solve(t: usize, size: i32, eta: usize, g: usize, inverse: usize, d: usize, r: usize, s: usize, image: usize, sums: usize, tolerance: f64, most: i32): i32 {
  for (let i = 0; i < size; i++) {
    put(r, i, f(inverse, i) == 0 ? 0 : f(g, i));
    put(s, i, 0);
  }
  turn(size, 0, r, inverse, s);
  let rz = dot(size, r, s);
  const start = dot(size, r, r);
  let products = 0;
  while (products < most && rz > 0) {
    product(t, eta, s, image);
    products++;
    if (!descend(size, rz, s, image, inverse, d, r, sums)) {
      if (products == 1) for (let i = 0; i < size; i++) add(d, i, f(s, i));
      return -products;
    }
    const next = f(sums, 0);
    if (f(sums, 1) <= tolerance * tolerance * start) break;
    turn(size, next / rz, r, inverse, s);
    rz = next;
  }
  return products;
}
