import { clip, clip2, lanes, residual, set2, two } from './lanes';
import { f, put } from './table';

// Vectors, two entries at a time in two sums each.

// prettier-ignore
@inline function join(s: v128, u: v128): f64 { return lanes(s) + lanes(u); }

export function sum(size: i32, v: usize): f64 {
  let s = f64x2.splat(0), u = f64x2.splat(0);
  const whole = size & ~3;
  for (let i = 0; i < whole; i += 4) {
    s = f64x2.add(s, two(v, i));
    u = f64x2.add(u, two(v, i + 2));
  }
  let total: f64 = 0;
  for (let i = whole; i < size; i++) total += f(v, i);
  return total + join(s, u);
}

export function dot(size: i32, x: usize, y: usize): f64 {
  let s = f64x2.splat(0), u = f64x2.splat(0);
  const whole = size & ~3;
  for (let i = 0; i < whole; i += 4) {
    s = f64x2.add(s, f64x2.mul(two(x, i), two(y, i)));
    u = f64x2.add(u, f64x2.mul(two(x, i + 2), two(y, i + 2)));
  }
  let total: f64 = 0;
  for (let i = whole; i < size; i++) total += f(x, i) * f(y, i);
  return total + join(s, u);
}

/** max |η - clip(η - g)|. */
export function projectedNorm(size: i32, eta: usize, g: usize): f64 {
  let most = f64x2.splat(0);
  const whole = size & ~1;
  for (let i = 0; i < whole; i += 2) {
    const x = two(eta, i);
    most = f64x2.pmax(most, f64x2.abs(f64x2.sub(x, clip2(f64x2.sub(x, two(g, i))))));
  }
  let out = max(f64x2.extract_lane(most, 0), f64x2.extract_lane(most, 1));
  if (whole < size) out = max(out, residual(eta, g, whole));
  return out;
}

/** out = clip(η - step · d); returns g · (η - out). */
export function arc(size: i32, eta: usize, g: usize, d: usize, step: f64, out: usize): f64 {
  let s = f64x2.splat(0);
  const steps = f64x2.splat(step);
  const whole = size & ~1;
  for (let i = 0; i < whole; i += 2) {
    const x = two(eta, i);
    const to = clip2(f64x2.sub(x, f64x2.mul(steps, two(d, i))));
    set2(out, i, to);
    s = f64x2.add(s, f64x2.mul(two(g, i), f64x2.sub(x, to)));
  }
  let total = lanes(s);
  for (let i = whole; i < size; i++) {
    const x = f(eta, i);
    const to = clip(x - step * f(d, i));
    put(out, i, to);
    total += f(g, i) * (x - to);
  }
  return total;
}

/** Writes s · image and s · s to `sums`. */
export function bends(size: i32, s: usize, image: usize, sums: usize): void {
  let bent = f64x2.splat(0), length = f64x2.splat(0);
  const whole = size & ~1;
  for (let i = 0; i < whole; i += 2) {
    const x = two(s, i);
    bent = f64x2.add(bent, f64x2.mul(x, two(image, i)));
    length = f64x2.add(length, f64x2.mul(x, x));
  }
  let curvature = lanes(bent), square = lanes(length);
  for (let i = whole; i < size; i++) {
    curvature += f(s, i) * f(image, i);
    square += f(s, i) * f(s, i);
  }
  put(sums, 0, curvature);
  put(sums, 1, square);
}

/** d += α s, and r -= α · image where `inverse` is not 0, the rows that are free; writes Σ r² · inverse and Σ r² to `sums`. */
export function follows(size: i32, alpha: f64, s: usize, image: usize, inverse: usize, d: usize, r: usize, sums: usize): void {
  const alphas = f64x2.splat(alpha);
  const whole = size & ~1;
  let next = f64x2.splat(0), left = f64x2.splat(0);
  for (let i = 0; i < whole; i += 2) {
    set2(d, i, f64x2.add(two(d, i), f64x2.mul(alphas, two(s, i))));
    const scale = two(inverse, i);
    const held = f64x2.eq(scale, f64x2.splat(0));
    const rest = f64x2.sub(two(r, i), v128.andnot(f64x2.mul(alphas, two(image, i)), held));
    set2(r, i, rest);
    const squares = f64x2.mul(rest, rest);
    next = f64x2.add(next, f64x2.mul(squares, scale));
    left = f64x2.add(left, squares);
  }
  let nextSum = lanes(next), leftSum = lanes(left);
  for (let i = whole; i < size; i++) {
    put(d, i, f(d, i) + alpha * f(s, i));
    const rest = f(r, i) - (f(inverse, i) == 0 ? 0 : alpha * f(image, i));
    put(r, i, rest);
    nextSum += rest * rest * f(inverse, i);
    leftSum += rest * rest;
  }
  put(sums, 0, nextSum);
  put(sums, 1, leftSum);
}

/**
 * One step of conjugate gradients: with α = rz / (s · image), d += α s and r -= α · free · image. Writes Σ r² · inverse
 * and Σ r² to `sums` and returns true; where s · image is not above 1e-14 s · s, nothing else is done.
 */
export function descend(size: i32, rz: f64, s: usize, image: usize, inverse: usize, d: usize, r: usize, sums: usize): bool {
  bends(size, s, image, sums);
  const curvature = f(sums, 0);
  if (!(curvature > 1e-14 * f(sums, 1))) return false;
  follows(size, rz / curvature, s, image, inverse, d, r, sums);
  return true;
}

/** s = r · inverse + β s. */
export function turn(size: i32, beta: f64, r: usize, inverse: usize, s: usize): void {
  const betas = f64x2.splat(beta);
  const whole = size & ~1;
  for (let i = 0; i < whole; i += 2) set2(s, i, f64x2.add(f64x2.mul(two(r, i), two(inverse, i)), f64x2.mul(betas, two(s, i))));
  for (let i = whole; i < size; i++) put(s, i, f(r, i) * f(inverse, i) + beta * f(s, i));
}
