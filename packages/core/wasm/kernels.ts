/*
 * AssemblyScript: the loops over all couplings and modules, on plain memory. Every argument that is a place is a byte
 * offset. Each function has its twin in src/system/engine or src/numeric, which does the same operations in the same
 * order: both give the same bits.
 *
 * `t` is the table of a system (see src/system/engine/table.ts). Couplings are numbered through all families; coupling e has
 * the ends a[e], b[e], the weight w[e] and, in families with scales, alpha[e] and beta[e]. The energy of a family is
 * scale · Σ w s², with the gap s = β η_b - α η_a or, for hinges, max(0, s). A family of the side FIRST_END writes to the first
 * end alone; one of the side SECOND_END to the second alone, and counts no energy: so two threads share a coupling.
 */

// prettier-ignore
@inline function f(at: usize, k: i32): f64 { return load<f64>(at + (<usize>k << 3)); }
// prettier-ignore
@inline function n(at: usize, k: i32): i32 { return load<i32>(at + (<usize>k << 2)); }
// prettier-ignore
@inline function put(at: usize, k: i32, x: f64): void { store<f64>(at + (<usize>k << 3), x); }
// prettier-ignore
@inline function add(at: usize, k: i32, x: f64): void { const p = at + (<usize>k << 3); store<f64>(p, load<f64>(p) + x); }
// prettier-ignore
@inline function word(t: usize, k: i32): i32 { return n(t, k); }
// prettier-ignore
@inline function place(t: usize, k: i32): usize { return <usize>n(t, k); }

// Words of the table.
const LOW = 0;
const HIGH = 1;
const FAMILIES = 2;
const A = 3;
const B = 4;
const W = 5;
const ALPHA = 6;
const BETA = 7;
const H = 8;
const QA = 9;
const QB = 10;
const ROW_START = 11;
const ROWS = 12;
/** From here three words for each family (form and side, first coupling, end), padded to four; then the scales. */
const HEAD = 16;

// prettier-ignore
@inline function kindOf(t: usize, k: i32): i32 { return n(t, HEAD + 4 * k); }
// prettier-ignore
@inline function firstOf(t: usize, k: i32): i32 { return n(t, HEAD + 4 * k + 1); }
// prettier-ignore
@inline function lastOf(t: usize, k: i32): i32 { return n(t, HEAD + 4 * k + 2); }
// prettier-ignore
@inline function scaleOf(t: usize, k: i32): f64 { return f(t + (HEAD << 2) + (<usize>word(t, FAMILIES) << 4), k); }

const BOTH = 0;
const FIRST_END = 1;
const SECOND_END = 2;

/* Truth values are used as the numbers 1 and 0: a branch on the sign of a gap is one that the processor guesses wrong. */

// --- Squared gaps

// prettier-ignore
@inline function gapEnergy(hinge: bool, scaled: bool, t: usize, first: i32, last: i32, eta: usize): f64 {
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
@inline function gapGradient(hinge: bool, scaled: bool, side: i32, t: usize, first: i32, last: i32, eta: usize, scale: f64, g: usize, watch: bool = false, sums: usize = 0): f64 {
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
@inline function gapDifference(hinge: bool, scaled: bool, t: usize, first: i32, last: i32, from: usize, to: usize): f64 {
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
@inline function gapProduct(hinge: bool, scaled: bool, side: i32, t: usize, first: i32, last: i32, eta: usize, scale: f64, v: usize, out: usize): void {
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
@inline function gapSums(hinge: bool, scaled: bool, t: usize, first: i32, last: i32, eta: usize, out: usize): void {
  const a = place(t, A), b = place(t, B), w = place(t, W), al = place(t, ALPHA), be = place(t, BETA);
  let total: f64 = 0;
  let squares: f64 = 0;
  for (let e = first; e < last; e++) {
    const alpha = scaled ? f(al, e) : 1;
    const beta = scaled ? f(be, e) : 1;
    const gap = scaled ? beta * f(eta, n(b, e)) - alpha * f(eta, n(a, e)) : f(eta, n(b, e)) - f(eta, n(a, e));
    const active = hinge ? 0.5 * (gap + abs(gap)) : gap;
    const pull = f(w, e) * active;
    total += pull * active;
    squares += scaled ? pull * pull * (alpha * alpha + beta * beta) : pull * pull;
  }
  store<f64>(out, total);
  store<f64>(out + 8, scaled ? squares : 2 * squares);
}

// prettier-ignore
function gapDiagonal(hinge: bool, scaled: bool, side: i32, t: usize, first: i32, last: i32, eta: usize, scale: f64, out: usize): void {
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
function gapBounds(scaled: bool, side: i32, t: usize, first: i32, last: i32, scale: f64, out: usize): void {
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

// --- F = a η² + b η⁴ - h η of the modules LOW to HIGH, two at a time

// prettier-ignore
@inline function two(at: usize, k: i32): v128 { return v128.load(at + (<usize>k << 3)); }
// prettier-ignore
@inline function set2(at: usize, k: i32, x: v128): void { v128.store(at + (<usize>k << 3), x); }
// prettier-ignore
@inline function lanes(x: v128): f64 { return f64x2.extract_lane(x, 0) + f64x2.extract_lane(x, 1); }

function quarticEnergy(t: usize, eta: usize): f64 {
  const h = place(t, H), a = place(t, QA), b = place(t, QB), high = word(t, HIGH);
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
function quarticGradient(t: usize, eta: usize, g: usize): f64 {
  const h = place(t, H), a = place(t, QA), b = place(t, QB), high = word(t, HIGH);
  let sums = f64x2.splat(0);
  const twice = f64x2.splat(2), four = f64x2.splat(4);
  let i = word(t, LOW);
  for (; i + 1 < high; i += 2) {
    const x = two(eta, i), flat = two(a, i), field = two(h, i);
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
  let energies = f64x2.splat(0), squares = f64x2.splat(0);
  const twice = f64x2.splat(2), four = f64x2.splat(4);
  let i = 0;
  for (; i + 1 < count; i += 2) {
    const x = two(eta, i), flat = two(a, i), field = two(h, i);
    const square = f64x2.mul(f64x2.mul(two(b, i), x), x);
    const slope = f64x2.sub(f64x2.mul(x, f64x2.add(f64x2.mul(twice, flat), f64x2.mul(four, square))), field);
    energies = f64x2.add(energies, f64x2.mul(x, f64x2.sub(f64x2.mul(x, f64x2.add(flat, square)), field)));
    squares = f64x2.add(squares, f64x2.mul(slope, slope));
  }
  let energy = lanes(energies), total = lanes(squares);
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

function quarticDifference(t: usize, from: usize, to: usize): f64 {
  const h = place(t, H), a = place(t, QA), b = place(t, QB), high = word(t, HIGH);
  let sums = f64x2.splat(0);
  let i = word(t, LOW);
  for (; i + 1 < high; i += 2) {
    const x = two(from, i), y = two(to, i);
    const sum = f64x2.add(y, x);
    const squares = f64x2.add(f64x2.mul(y, y), f64x2.mul(x, x));
    const slope = f64x2.sub(f64x2.mul(sum, f64x2.add(two(a, i), f64x2.mul(two(b, i), squares))), two(h, i));
    sums = f64x2.add(sums, f64x2.mul(f64x2.sub(y, x), slope));
  }
  let total = lanes(sums);
  for (; i < high; i++) {
    const x = f(from, i), y = f(to, i);
    total += (y - x) * ((y + x) * (f(a, i) + f(b, i) * (y * y + x * x)) - f(h, i));
  }
  return total;
}

/** Overwrites `out` with the second derivatives times `v`; with the derivatives alone where `v` is 0. */
function quarticProduct(t: usize, eta: usize, v: usize, out: usize): void {
  const a = place(t, QA), b = place(t, QB), high = word(t, HIGH);
  const twice = f64x2.splat(2), twelve = f64x2.splat(12);
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
function quarticBounds(t: usize, out: usize): void {
  const a = place(t, QA), b = place(t, QB);
  for (let i = word(t, LOW); i < word(t, HIGH); i++) {
    const flat = 2 * f(a, i);
    put(out, i, max(abs(flat), abs(flat + 12 * f(b, i))));
  }
}

function clear(t: usize, out: usize): void {
  memory.fill(out + (<usize>word(t, LOW) << 3), 0, <usize>(word(t, HIGH) - word(t, LOW)) << 3);
}

// --- Passes over everything

export function energy(t: usize, eta: usize): f64 {
  let total: f64 = word(t, H) != 0 ? quarticEnergy(t, eta) : 0;
  for (let k = 0; k < word(t, FAMILIES); k++) {
    const kind = kindOf(t, k), first = firstOf(t, k), last = lastOf(t, k), scale = scaleOf(t, k);
    if (kind >> 2 == SECOND_END) continue;
    switch (kind & 3) {
      case 0: { total += scale * gapEnergy(false, false, t, first, last, eta); break; }
      case 1: { total += scale * gapEnergy(true, false, t, first, last, eta); break; }
      case 2: { total += scale * gapEnergy(false, true, t, first, last, eta); break; }
      default: total += scale * gapEnergy(true, true, t, first, last, eta);
    }
  }
  return total;
}

export function difference(t: usize, from: usize, to: usize): f64 {
  let total: f64 = word(t, H) != 0 ? quarticDifference(t, from, to) : 0;
  for (let k = 0; k < word(t, FAMILIES); k++) {
    const kind = kindOf(t, k), first = firstOf(t, k), last = lastOf(t, k), scale = scaleOf(t, k);
    if (kind >> 2 == SECOND_END) continue;
    switch (kind & 3) {
      case 0: { total += scale * gapDifference(false, false, t, first, last, from, to); break; }
      case 1: { total += scale * gapDifference(true, false, t, first, last, from, to); break; }
      case 2: { total += scale * gapDifference(false, true, t, first, last, from, to); break; }
      default: total += scale * gapDifference(true, true, t, first, last, from, to);
    }
  }
  return total;
}

/** Overwrites the entries LOW to HIGH of `g` and returns the energy. */
export function gradient(t: usize, eta: usize, g: usize): f64 {
  let total: f64 = 0;
  if (word(t, H) != 0) total = quarticGradient(t, eta, g);
  else clear(t, g);
  for (let k = 0; k < word(t, FAMILIES); k++) {
    const kind = kindOf(t, k), first = firstOf(t, k), last = lastOf(t, k), scale = scaleOf(t, k);
    switch (kind) {
      case 0: { total += scale * gapGradient(false, false, BOTH, t, first, last, eta, scale, g); break; }
      case 1: { total += scale * gapGradient(true, false, BOTH, t, first, last, eta, scale, g); break; }
      case 2: { total += scale * gapGradient(false, true, BOTH, t, first, last, eta, scale, g); break; }
      case 3: { total += scale * gapGradient(true, true, BOTH, t, first, last, eta, scale, g); break; }
      case 4: { total += scale * gapGradient(false, false, FIRST_END, t, first, last, eta, scale, g); break; }
      case 5: { total += scale * gapGradient(true, false, FIRST_END, t, first, last, eta, scale, g); break; }
      case 6: { total += scale * gapGradient(false, true, FIRST_END, t, first, last, eta, scale, g); break; }
      case 7: { total += scale * gapGradient(true, true, FIRST_END, t, first, last, eta, scale, g); break; }
      case 8: { gapGradient(false, false, SECOND_END, t, first, last, eta, scale, g); break; }
      case 9: { gapGradient(true, false, SECOND_END, t, first, last, eta, scale, g); break; }
      case 10: { gapGradient(false, true, SECOND_END, t, first, last, eta, scale, g); break; }
      default: gapGradient(true, true, SECOND_END, t, first, last, eta, scale, g);
    }
  }
  return total;
}

/** `gradient` where no family has a side, with what `sums` writes on the way: the same bits, little slower. */
export function gradientWithSums(t: usize, eta: usize, g: usize, out: usize): f64 {
  let total: f64 = 0;
  if (word(t, H) != 0) total = quarticGradient(t, eta, g);
  else clear(t, g);
  for (let k = 0; k < word(t, FAMILIES); k++) {
    const kind = kindOf(t, k), first = firstOf(t, k), last = lastOf(t, k), scale = scaleOf(t, k);
    const at = out + (<usize>k << 4);
    switch (kind & 3) {
      case 0: { total += scale * gapGradient(false, false, BOTH, t, first, last, eta, scale, g, true, at); break; }
      case 1: { total += scale * gapGradient(true, false, BOTH, t, first, last, eta, scale, g, true, at); break; }
      case 2: { total += scale * gapGradient(false, true, BOTH, t, first, last, eta, scale, g, true, at); break; }
      default: total += scale * gapGradient(true, true, BOTH, t, first, last, eta, scale, g, true, at);
    }
  }
  return total;
}

/** Overwrites the entries LOW to HIGH of `out` with the Hessian at `eta` times `v`. */
export function product(t: usize, eta: usize, v: usize, out: usize): void {
  if (word(t, H) != 0) quarticProduct(t, eta, v, out);
  else clear(t, out);
  for (let k = 0; k < word(t, FAMILIES); k++) {
    const kind = kindOf(t, k), first = firstOf(t, k), last = lastOf(t, k), scale = scaleOf(t, k);
    switch (kind) {
      case 0: { gapProduct(false, false, BOTH, t, first, last, eta, scale, v, out); break; }
      case 1: { gapProduct(true, false, BOTH, t, first, last, eta, scale, v, out); break; }
      case 2: { gapProduct(false, true, BOTH, t, first, last, eta, scale, v, out); break; }
      case 3: { gapProduct(true, true, BOTH, t, first, last, eta, scale, v, out); break; }
      case 4: { gapProduct(false, false, FIRST_END, t, first, last, eta, scale, v, out); break; }
      case 5: { gapProduct(true, false, FIRST_END, t, first, last, eta, scale, v, out); break; }
      case 6: { gapProduct(false, true, FIRST_END, t, first, last, eta, scale, v, out); break; }
      case 7: { gapProduct(true, true, FIRST_END, t, first, last, eta, scale, v, out); break; }
      case 8: { gapProduct(false, false, SECOND_END, t, first, last, eta, scale, v, out); break; }
      case 9: { gapProduct(true, false, SECOND_END, t, first, last, eta, scale, v, out); break; }
      case 10: { gapProduct(false, true, SECOND_END, t, first, last, eta, scale, v, out); break; }
      default: gapProduct(true, true, SECOND_END, t, first, last, eta, scale, v, out);
    }
  }
}

/** Overwrites the entries LOW to HIGH of `out` with the diagonal of the Hessian. */
export function diagonal(t: usize, eta: usize, out: usize): void {
  if (word(t, H) != 0) quarticProduct(t, eta, 0, out);
  else clear(t, out);
  for (let k = 0; k < word(t, FAMILIES); k++) {
    const kind = kindOf(t, k);
    gapDiagonal((kind & 1) != 0, (kind & 2) != 0, kind >> 2, t, firstOf(t, k), lastOf(t, k), eta, scaleOf(t, k), out);
  }
}

/** Writes for each family, unscaled, Σ w s² and Σ (w s)² (α² + β²): its energy, and a quarter of its squared gradients. */
export function sums(t: usize, eta: usize, out: usize): void {
  for (let k = 0; k < word(t, FAMILIES); k++) {
    const kind = kindOf(t, k), first = firstOf(t, k), last = lastOf(t, k);
    const at = out + (<usize>k << 4);
    switch (kind & 3) {
      case 0: { gapSums(false, false, t, first, last, eta, at); break; }
      case 1: { gapSums(true, false, t, first, last, eta, at); break; }
      case 2: { gapSums(false, true, t, first, last, eta, at); break; }
      default: gapSums(true, true, t, first, last, eta, at);
    }
  }
}

/** Overwrites the entries LOW to HIGH of `out` with bounds of the Hessian's absolute row sums. */
export function bounds(t: usize, out: usize): void {
  if (word(t, H) != 0) quarticBounds(t, out);
  else clear(t, out);
  for (let k = 0; k < word(t, FAMILIES); k++) {
    const kind = kindOf(t, k);
    if (scaleOf(t, k) == 0) continue;
    gapBounds((kind & 2) != 0, kind >> 2, t, firstOf(t, k), lastOf(t, k), scaleOf(t, k), out);
  }
}

// --- One row at a time: couplings of row i stand in ROWS from ROW_START[i] to ROW_START[i + 1]

// prettier-ignore
@inline function clip(x: f64): f64 { return x < 0 ? 0 : x > 1 ? 1 : x; }

// prettier-ignore
@inline function residual(eta: usize, g: usize, i: i32): f64 { const x = f(eta, i); return abs(x - clip(x - f(g, i))); }

// prettier-ignore
@inline function familyOf(t: usize, e: i32): i32 { let k = 0; while (e >= lastOf(t, k)) k++; return k; }

/** Moves η_i to `value`, brings `g` up to date and returns the change of energy. Neighbours above `tolerance` join the queue `q`, unless that is 0. */
// prettier-ignore
function moveRow(t: usize, i: i32, value: f64, eta: usize, g: usize, q: usize, tolerance: f64): f64 {
  const a = place(t, A), b = place(t, B), w = place(t, W), al = place(t, ALPHA), be = place(t, BETA), rows = place(t, ROWS);
  const old = f(eta, i);
  const step = value - old;
  let change: f64 = 0;
  let slope: f64 = 0;
  if (word(t, H) != 0) {
    const flat = f(place(t, QA), i), steep = f(place(t, QB), i);
    change = step * ((value + old) * (flat + steep * (value * value + old * old)) - f(place(t, H), i));
    slope = step * (2 * flat + 4 * steep * (value * value + value * old + old * old));
  }
  const end = n(place(t, ROW_START), i + 1);
  for (let entry = n(place(t, ROW_START), i); entry < end; entry++) {
    const e = n(rows, entry);
    const k = familyOf(t, e);
    const kind = kindOf(t, k);
    const alpha = kind & 2 ? f(al, e) : 1;
    const beta = kind & 2 ? f(be, e) : 1;
    const first = n(a, e) == i;
    const j = first ? n(b, e) : n(a, e);
    const mine = first ? -alpha : beta;
    const theirs = first ? beta : -alpha;
    const rest = theirs * f(eta, j);
    const before = rest + mine * old;
    const after = rest + mine * value;
    const hinge = (kind & 1) != 0;
    const left = hinge ? 0.5 * (before + abs(before)) : before;
    const right = hinge ? 0.5 * (after + abs(after)) : after;
    const both = <f64>(before > 0) * <f64>(after > 0);
    const moved = hinge ? both * (mine * step) + (1 - both) * (right - left) : mine * step;
    const amount = scaleOf(t, k) * f(w, e) * moved;
    change += amount * (right + left);
    slope += 2 * amount * mine;
    add(g, j, 2 * amount * theirs);
    if (q != 0 && residual(eta, g, j) > tolerance) push(q, j);
  }
  put(eta, i, value);
  add(g, i, slope);
  return change;
}

/** A safeguarded Newton step in η_i alone; returns the change of energy, 0 where the row stays. */
// prettier-ignore
function stepRow(t: usize, i: i32, eta: usize, g: usize, q: usize, tolerance: f64): f64 {
  const a = place(t, A), b = place(t, B), w = place(t, W), al = place(t, ALPHA), be = place(t, BETA), rows = place(t, ROWS);
  const old = f(eta, i);
  const slope = f(g, i);
  if (slope == 0) return 0;
  let curvature: f64 = 0;
  let bound: f64 = 0;
  if (word(t, H) != 0) {
    const flat = 2 * f(place(t, QA), i), steep = 12 * f(place(t, QB), i);
    curvature = flat + steep * old * old;
    bound = max(abs(flat), abs(flat + steep));
  }
  const end = n(place(t, ROW_START), i + 1);
  for (let entry = n(place(t, ROW_START), i); entry < end; entry++) {
    const e = n(rows, entry);
    const k = familyOf(t, e);
    const kind = kindOf(t, k);
    const alpha = kind & 2 ? f(al, e) : 1;
    const beta = kind & 2 ? f(be, e) : 1;
    const first = n(a, e) == i;
    const mine = first ? alpha : beta;
    const amount = 2 * scaleOf(t, k) * f(w, e) * mine * mine;
    bound += abs(amount);
    if (!(kind & 1) || beta * f(eta, n(b, e)) - alpha * f(eta, n(a, e)) > 0) curvature += amount;
  }
  const value = clip(old - slope / (curvature > 0 ? curvature : bound));
  if (value == old || value != value) return 0;
  let change = moveRow(t, i, value, eta, g, q, tolerance);
  if (!(change > 0)) return change;
  moveRow(t, i, old, eta, g, q, tolerance);
  const safe = clip(old - slope / bound);
  if (safe == old || safe == value) return 0;
  change = moveRow(t, i, safe, eta, g, q, tolerance);
  if (!(change > 0)) return change;
  moveRow(t, i, old, eta, g, q, tolerance);
  return 0;
}

export function move(t: usize, i: i32, value: f64, eta: usize, g: usize): f64 {
  return moveRow(t, i, value, eta, g, 0, 0);
}

/** One sweep of Gauss and Seidel over the rows LOW to HIGH. */
export function sweep(t: usize, eta: usize, g: usize): f64 {
  let total: f64 = 0;
  for (let i = word(t, LOW); i < word(t, HIGH); i++) total += stepRow(t, i, eta, g, 0, 0);
  return total;
}

// --- The queue of rows whose residual is too large: a ring of `CAPACITY` rows, each at most once

const FRONT = 0;
const COUNT = 1;
const CAPACITY = 2;
const MOVED = 3;
const RING = 4;
const MARKS = 5;
const LOG = 6;
/** Where each row of the log was before it moved. */
const FROM = 7;
/** How many rows were left above the tolerance because no step lowered the energy. */
const STUCK = 8;

/** Marks of a row. */
const QUEUED: u8 = 1;
const HAS_MOVED: u8 = 2;
const FOREIGN: u8 = 4;

// prettier-ignore
@inline function setWord(q: usize, k: i32, x: i32): void { store<i32>(q + (<usize>k << 2), x); }

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

/**
 * Steps rows from the front of the queue until it is empty, `budget` rows were stepped, or a row is marked as foreign,
 * which stays in front. Returns how many were stepped. Rows that move are written to the log once, with where they were.
 */
export function settle(t: usize, eta: usize, g: usize, q: usize, tolerance: f64, budget: i32): i32 {
  const marks = place(q, MARKS), ring = place(q, RING), capacity = word(q, CAPACITY);
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

// --- Vectors, two entries at a time in two sums each

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

// prettier-ignore
@inline function clip2(x: v128): v128 { return f64x2.pmin(f64x2.pmax(x, f64x2.splat(0)), f64x2.splat(1)); }

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
function bends(size: i32, s: usize, image: usize, sums: usize): void {
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
function follows(size: i32, alpha: f64, s: usize, image: usize, inverse: usize, d: usize, r: usize, sums: usize): void {
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

// --- One partition's share of an operation, for threads

// Words of a job; the tables of its partitions follow, then their results, a line of memory each.
const OPERATION = 0;
const NUMBER = 5;
const X = 1;
const TABLES = 16;
const RESULTS = 128;

/** Does partition `p` of job `j`: the rows LOW to HIGH of its table, in every operation. */
export function work(j: usize, p: i32): void {
  const t = place(j, TABLES + p);
  const size = word(t, HIGH) - word(t, LOW);
  const x = place(j, X), y = place(j, X + 1), z = place(j, X + 2), u = place(j, X + 3), v = place(j, X + 4), w = place(j, X + 5);
  const number = f(j, NUMBER);
  const at = <usize>word(t, LOW) << 3;
  const out = j + RESULTS + (<usize>p << 6);
  switch (word(j, OPERATION)) {
    case 0: { put(out, 0, energy(t, x)); break; }
    case 1: { put(out, 0, gradient(t, x, y)); break; }
    case 2: { put(out, 0, difference(t, x, y)); break; }
    case 3: { product(t, x, y, z); break; }
    case 4: { diagonal(t, x, y); break; }
    case 5: { bounds(t, x); break; }
    case 6: { put(out, 0, sum(size, x + at)); break; }
    case 7: { put(out, 0, dot(size, x + at, y + at)); break; }
    case 8: { put(out, 0, projectedNorm(size, x + at, y + at)); break; }
    case 9: { put(out, 0, arc(size, x + at, y + at, z + at, number, u + at)); break; }
    case 10: { bends(size, x + at, y + at, out); break; }
    case 11: { follows(size, number, x + at, y + at, z + at, u + at, v + at, out); break; }
    default: turn(size, number, x + at, y + at, z + at);
  }
}
