import { FIRST_END, A, ALPHA, B, BETA, SECOND_END, W, add, f, n, place } from './table';

// Squared gaps.
/* Truth values are used as the numbers 1 and 0: a branch on the sign of a gap is one that the processor guesses wrong. */

// prettier-ignore
@inline export function gapEnergy(hinge: bool, scaled: bool, t: usize, first: i32, last: i32, eta: usize): f64 {
  const a = place(t, A), b = place(t, B), w = place(t, W), al = place(t, ALPHA), be = place(t, BETA);
  let total: f64 = 0;
  for (let e = first; e < last; e++) {
    const gap = scaled ? f(be, e) * f(eta, n(b, e)) - f(al, e) * f(eta, n(a, e)) : f(eta, n(b, e)) - f(eta, n(a, e));
    const active = hinge ? 0.5 * (gap + abs(gap)) : gap;
    total += f(w, e) * active * active;
  }
  return total;
}

// prettier-ignore
@inline export function gapGradient(hinge: bool, scaled: bool, side: i32, t: usize, first: i32, last: i32, eta: usize, scale: f64, g: usize, watch: bool = false, sums: usize = 0): f64 {
  // Places that go along, which is quicker here than numbers from which places are computed.
  let a = place(t, A) + (<usize>first << 2), b = place(t, B) + (<usize>first << 2);
  let w = place(t, W) + (<usize>first << 3), al = place(t, ALPHA) + (<usize>first << 3), be = place(t, BETA) + (<usize>first << 3);
  const end = place(t, A) + (<usize>last << 2);
  let total: f64 = 0;
  let squares: f64 = 0;
  const twice = 2 * scale;
  while (a < end) {
    const i = load<u32>(a) << 3;
    const j = load<u32>(b) << 3;
    const alpha = scaled ? load<f64>(al) : 1;
    const beta = scaled ? load<f64>(be) : 1;
    const x = load<f64>(eta + i), y = load<f64>(eta + j);
    const gap = scaled ? beta * y - alpha * x : y - x;
    const active = hinge ? 0.5 * (gap + abs(gap)) : gap;
    const pull = load<f64>(w) * active;
    if (side != SECOND_END) total += pull * active;
    if (watch) squares += scaled ? pull * pull * (alpha * alpha + beta * beta) : pull * pull;
    const amount = twice * pull;
    if (side != SECOND_END) store<f64>(g + i, load<f64>(g + i) - (scaled ? amount * alpha : amount));
    if (side != FIRST_END) store<f64>(g + j, load<f64>(g + j) + (scaled ? amount * beta : amount));
    a += 4;
    b += 4;
    w += 8;
    if (scaled) al += 8;
    if (scaled) be += 8;
  }
  if (watch) {
    store<f64>(sums, total);
    store<f64>(sums + 8, scaled ? squares : 2 * squares);
  }
  return total;
}

// prettier-ignore
@inline export function gapDifference(hinge: bool, scaled: bool, t: usize, first: i32, last: i32, from: usize, to: usize): f64 {
  const a = place(t, A), b = place(t, B), w = place(t, W), al = place(t, ALPHA), be = place(t, BETA);
  let total: f64 = 0;
  for (let e = first; e < last; e++) {
    const i = n(a, e);
    const j = n(b, e);
    const alpha = scaled ? f(al, e) : 1;
    const beta = scaled ? f(be, e) : 1;
    const before = beta * f(from, j) - alpha * f(from, i);
    const after = beta * f(to, j) - alpha * f(to, i);
    const moved = beta * (f(to, j) - f(from, j)) - alpha * (f(to, i) - f(from, i));
    const left = hinge ? 0.5 * (before + abs(before)) : before;
    const right = hinge ? 0.5 * (after + abs(after)) : after;
    const both: f64 = hinge ? <f64>(before > 0) * <f64>(after > 0) : 1;
    const change = hinge ? both * moved + (1 - both) * (right - left) : moved;
    total += f(w, e) * change * (right + left);
  }
  return total;
}

// prettier-ignore
@inline export function gapProduct(hinge: bool, scaled: bool, side: i32, t: usize, first: i32, last: i32, eta: usize, scale: f64, v: usize, out: usize): void {
  const a = place(t, A), b = place(t, B), w = place(t, W), al = place(t, ALPHA), be = place(t, BETA);
  const twice = 2 * scale;
  for (let e = first; e < last; e++) {
    const i = n(a, e);
    const j = n(b, e);
    const alpha = scaled ? f(al, e) : 1;
    const beta = scaled ? f(be, e) : 1;
    const along = scaled ? beta * f(v, j) - alpha * f(v, i) : f(v, j) - f(v, i);
    let amount = twice * f(w, e) * along;
    if (hinge) {
      const gap = scaled ? beta * f(eta, j) - alpha * f(eta, i) : f(eta, j) - f(eta, i);
      amount *= <f64>(gap > 0);
    }
    if (side != SECOND_END) add(out, i, scaled ? -(amount * alpha) : -amount);
    if (side != FIRST_END) add(out, j, scaled ? amount * beta : amount);
  }
}

// prettier-ignore
export function gapDiagonal(hinge: bool, scaled: bool, side: i32, t: usize, first: i32, last: i32, eta: usize, scale: f64, out: usize): void {
  const a = place(t, A), b = place(t, B), w = place(t, W), al = place(t, ALPHA), be = place(t, BETA);
  const twice = 2 * scale;
  for (let e = first; e < last; e++) {
    const i = n(a, e);
    const j = n(b, e);
    const alpha = scaled ? f(al, e) : 1;
    const beta = scaled ? f(be, e) : 1;
    const active: f64 = hinge ? <f64>(beta * f(eta, j) - alpha * f(eta, i) > 0) : 1;
    const amount = active * (twice * f(w, e));
    if (side != SECOND_END) add(out, i, amount * alpha * alpha);
    if (side != FIRST_END) add(out, j, amount * beta * beta);
  }
}

// prettier-ignore
export function gapBounds(scaled: bool, side: i32, t: usize, first: i32, last: i32, scale: f64, out: usize): void {
  const a = place(t, A), b = place(t, B), w = place(t, W), al = place(t, ALPHA), be = place(t, BETA);
  const twice = 2 * scale;
  for (let e = first; e < last; e++) {
    const alpha = scaled ? abs(f(al, e)) : 1;
    const beta = scaled ? abs(f(be, e)) : 1;
    const amount = twice * abs(f(w, e)) * (alpha + beta);
    if (side != SECOND_END) add(out, n(a, e), amount * alpha);
    if (side != FIRST_END) add(out, n(b, e), amount * beta);
  }
}
