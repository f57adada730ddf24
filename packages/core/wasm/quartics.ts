import { H, HIGH, LOW, QA, QB, f, place, put, word } from './table';
import { lanes, set2, two } from './lanes';

// F = a η² + b η⁴ - h η of the modules LOW to HIGH, two at a time.

export function quarticEnergy(t: usize, eta: usize): f64 {
  const h = place(t, H),
    a = place(t, QA),
    b = place(t, QB),
    high = word(t, HIGH);
  let sums = f64x2.splat(0);
  let i = word(t, LOW);
  for (; i + 1 < high; i += 2) {
    const x = two(eta, i);
    const square = f64x2.mul(f64x2.mul(two(b, i), x), x);
    sums = f64x2.add(sums, f64x2.mul(x, f64x2.sub(f64x2.mul(x, f64x2.add(two(a, i), square)), two(h, i))));
  }
  let total = lanes(sums);
  for (; i < high; i++) {
    const x = f(eta, i);
    total += x * (x * (f(a, i) + f(b, i) * x * x) - f(h, i));
  }
  return total;
}

/** Overwrites `g`. */
export function quarticGradient(t: usize, eta: usize, g: usize): f64 {
  const h = place(t, H),
    a = place(t, QA),
    b = place(t, QB),
    high = word(t, HIGH);
  let sums = f64x2.splat(0);
  const twice = f64x2.splat(2),
    four = f64x2.splat(4);
  let i = word(t, LOW);
  for (; i + 1 < high; i += 2) {
    const x = two(eta, i),
      flat = two(a, i),
      field = two(h, i);
    const square = f64x2.mul(f64x2.mul(two(b, i), x), x);
    sums = f64x2.add(sums, f64x2.mul(x, f64x2.sub(f64x2.mul(x, f64x2.add(flat, square)), field)));
    set2(g, i, f64x2.sub(f64x2.mul(x, f64x2.add(f64x2.mul(twice, flat), f64x2.mul(four, square))), field));
  }
  let total = lanes(sums);
  for (; i < high; i++) {
    const x = f(eta, i);
    const square = f(b, i) * x * x;
    total += x * (x * (f(a, i) + square) - f(h, i));
    put(g, i, x * (2 * f(a, i) + 4 * square) - f(h, i));
  }
  return total;
}

/** Of one family with an instance for each of the first `count` modules, in order: writes its energy and Σ F'². */
export function quarticSums(h: usize, a: usize, b: usize, count: i32, eta: usize, out: usize): void {
  let energies = f64x2.splat(0),
    squares = f64x2.splat(0);
  const twice = f64x2.splat(2),
    four = f64x2.splat(4);
  let i = 0;
  for (; i + 1 < count; i += 2) {
    const x = two(eta, i),
      flat = two(a, i),
      field = two(h, i);
    const square = f64x2.mul(f64x2.mul(two(b, i), x), x);
    const slope = f64x2.sub(f64x2.mul(x, f64x2.add(f64x2.mul(twice, flat), f64x2.mul(four, square))), field);
    energies = f64x2.add(energies, f64x2.mul(x, f64x2.sub(f64x2.mul(x, f64x2.add(flat, square)), field)));
    squares = f64x2.add(squares, f64x2.mul(slope, slope));
  }
  let energy = lanes(energies),
    total = lanes(squares);
  if (i < count) {
    const x = f(eta, i);
    const square = f(b, i) * x * x;
    const slope = x * (2 * f(a, i) + 4 * square) - f(h, i);
    energy += x * (x * (f(a, i) + square) - f(h, i));
    total += slope * slope;
  }
  store<f64>(out, energy);
  store<f64>(out + 8, total);
}

export function quarticDifference(t: usize, from: usize, to: usize): f64 {
  const h = place(t, H),
    a = place(t, QA),
    b = place(t, QB),
    high = word(t, HIGH);
  let sums = f64x2.splat(0);
  let i = word(t, LOW);
  for (; i + 1 < high; i += 2) {
    const x = two(from, i),
      y = two(to, i);
    const sum = f64x2.add(y, x);
    const squares = f64x2.add(f64x2.mul(y, y), f64x2.mul(x, x));
    const slope = f64x2.sub(f64x2.mul(sum, f64x2.add(two(a, i), f64x2.mul(two(b, i), squares))), two(h, i));
    sums = f64x2.add(sums, f64x2.mul(f64x2.sub(y, x), slope));
  }
  let total = lanes(sums);
  for (; i < high; i++) {
    const x = f(from, i),
      y = f(to, i);
    total += (y - x) * ((y + x) * (f(a, i) + f(b, i) * (y * y + x * x)) - f(h, i));
  }
  return total;
}

/** Overwrites `out` with the second derivatives times `v`; with the derivatives alone where `v` is 0. */
export function quarticProduct(t: usize, eta: usize, v: usize, out: usize): void {
  const a = place(t, QA),
    b = place(t, QB),
    high = word(t, HIGH);
  const twice = f64x2.splat(2),
    twelve = f64x2.splat(12);
  let i = word(t, LOW);
  for (; i + 1 < high; i += 2) {
    const x = two(eta, i);
    const bent = f64x2.add(f64x2.mul(twice, two(a, i)), f64x2.mul(f64x2.mul(f64x2.mul(twelve, two(b, i)), x), x));
    set2(out, i, v == 0 ? bent : f64x2.mul(bent, two(v, i)));
  }
  for (; i < high; i++) {
    const x = f(eta, i);
    const bent = 2 * f(a, i) + 12 * f(b, i) * x * x;
    put(out, i, v == 0 ? bent : bent * f(v, i));
  }
}

/** Overwrites `out` with max |F''| over the box, at 0 or 1. */
export function quarticBounds(t: usize, out: usize): void {
  const a = place(t, QA),
    b = place(t, QB);
  for (let i = word(t, LOW); i < word(t, HIGH); i++) {
    const flat = 2 * f(a, i);
    put(out, i, max(abs(flat), abs(flat + 12 * f(b, i))));
  }
}

export function clear(t: usize, out: usize): void {
  memory.fill(out + ((<usize>word(t, LOW)) << 3), 0, (<usize>(word(t, HIGH) - word(t, LOW))) << 3);
}
