/*
 * AssemblyScript: the loops over all couplings and modules, on plain memory. Every argument that is a place is a byte
 * offset. Each function has its twin in src/system/kernels, which does the same operations in the same order: both give the
 * same bits.
 */

// prettier-ignore
@inline function f(at: usize, k: i32): f64 { return load<f64>(at + (<usize>k << 3)); }
// prettier-ignore
@inline function n(at: usize, k: i32): i32 { return load<i32>(at + (<usize>k << 2)); }
// prettier-ignore
@inline function put(at: usize, k: i32, x: f64): void { store<f64>(at + (<usize>k << 3), x); }
// prettier-ignore
@inline function add(at: usize, k: i32, x: f64): void { const p = at + (<usize>k << 3); store<f64>(p, load<f64>(p) + x); }

// --- F = w (η_b - η_a)²

export function pullEnergy(m: i32, a: usize, b: usize, w: usize, eta: usize): f64 {
  let total: f64 = 0;
  for (let k = 0; k < m; k++) {
    const gap = f(eta, n(b, k)) - f(eta, n(a, k));
    total += f(w, k) * gap * gap;
  }
  return total;
}

export function pullGradient(m: i32, a: usize, b: usize, w: usize, eta: usize, scale: f64, g: usize): f64 {
  let total: f64 = 0;
  const twice = 2 * scale;
  for (let k = 0; k < m; k++) {
    const i = n(a, k);
    const j = n(b, k);
    const gap = f(eta, j) - f(eta, i);
    const pull = f(w, k) * gap;
    total += pull * gap;
    add(g, i, -(twice * pull));
    add(g, j, twice * pull);
  }
  return total;
}

export function pullProduct(m: i32, a: usize, b: usize, w: usize, scale: f64, v: usize, out: usize): void {
  const twice = 2 * scale;
  for (let k = 0; k < m; k++) {
    const i = n(a, k);
    const j = n(b, k);
    const pull = twice * f(w, k) * (f(v, j) - f(v, i));
    add(out, i, -pull);
    add(out, j, pull);
  }
}

export function pullDifference(m: i32, a: usize, b: usize, w: usize, from: usize, to: usize): f64 {
  let total: f64 = 0;
  for (let k = 0; k < m; k++) {
    const i = n(a, k);
    const j = n(b, k);
    const change = f(to, j) - f(from, j) - (f(to, i) - f(from, i));
    total += f(w, k) * change * (f(to, j) - f(to, i) + (f(from, j) - f(from, i)));
  }
  return total;
}

/** Diagonal of the Hessian (`row` 1) or row bounds (`row` 2): 2w or 4w at both ends. */
export function pullRows(m: i32, a: usize, b: usize, w: usize, scale: f64, row: f64, out: usize): void {
  const factor = 2 * scale * row;
  for (let k = 0; k < m; k++) {
    const amount = factor * f(w, k);
    add(out, n(a, k), amount);
    add(out, n(b, k), amount);
  }
}

// --- F = w max(0, β η_b - α η_a)²; where all α and β are 1, they are not stored (`unit`)

// prettier-ignore
@inline function hingeEnergyOf(unit: bool, m: i32, a: usize, b: usize, w: usize, al: usize, be: usize, eta: usize): f64 {
  let total: f64 = 0;
  for (let k = 0; k < m; k++) {
    const gap = (unit ? 1 : f(be, k)) * f(eta, n(b, k)) - (unit ? 1 : f(al, k)) * f(eta, n(a, k));
    const active = 0.5 * (gap + abs(gap));
    total += f(w, k) * active * active;
  }
  return total;
}
// prettier-ignore
export function hingeEnergy(m: i32, a: usize, b: usize, w: usize, al: usize, be: usize, eta: usize): f64 { return hingeEnergyOf(false, m, a, b, w, al, be, eta); }
// prettier-ignore
export function unitHingeEnergy(m: i32, a: usize, b: usize, w: usize, eta: usize): f64 { return hingeEnergyOf(true, m, a, b, w, 0, 0, eta); }

// prettier-ignore
@inline function hingeGradientOf(unit: bool, m: i32, a: usize, b: usize, w: usize, al: usize, be: usize, eta: usize, scale: f64, g: usize): f64 {
  let total: f64 = 0;
  const twice = 2 * scale;
  for (let k = 0; k < m; k++) {
    const i = n(a, k);
    const j = n(b, k);
    const alpha = (unit ? 1 : f(al, k));
    const beta = (unit ? 1 : f(be, k));
    const gap = beta * f(eta, j) - alpha * f(eta, i);
    const active = 0.5 * (gap + abs(gap));
    const pull = f(w, k) * active;
    total += pull * active;
    add(g, i, -(twice * pull * alpha));
    add(g, j, twice * pull * beta);
  }
  return total;
}
// prettier-ignore
export function hingeGradient(m: i32, a: usize, b: usize, w: usize, al: usize, be: usize, eta: usize, scale: f64, g: usize): f64 { return hingeGradientOf(false, m, a, b, w, al, be, eta, scale, g); }
// prettier-ignore
export function unitHingeGradient(m: i32, a: usize, b: usize, w: usize, eta: usize, scale: f64, g: usize): f64 { return hingeGradientOf(true, m, a, b, w, 0, 0, eta, scale, g); }

// prettier-ignore
@inline function hingeProductOf(unit: bool, m: i32, a: usize, b: usize, w: usize, al: usize, be: usize, eta: usize, scale: f64, v: usize, out: usize): void {
  const twice = 2 * scale;
  for (let k = 0; k < m; k++) {
    const i = n(a, k);
    const j = n(b, k);
    const alpha = (unit ? 1 : f(al, k));
    const beta = (unit ? 1 : f(be, k));
    const active: f64 = beta * f(eta, j) - alpha * f(eta, i) > 0 ? 1 : 0;
    const pull = active * (twice * f(w, k) * (beta * f(v, j) - alpha * f(v, i)));
    add(out, i, -(pull * alpha));
    add(out, j, pull * beta);
  }
}
// prettier-ignore
export function hingeProduct(m: i32, a: usize, b: usize, w: usize, al: usize, be: usize, eta: usize, scale: f64, v: usize, out: usize): void { hingeProductOf(false, m, a, b, w, al, be, eta, scale, v, out); }
// prettier-ignore
export function unitHingeProduct(m: i32, a: usize, b: usize, w: usize, eta: usize, scale: f64, v: usize, out: usize): void { hingeProductOf(true, m, a, b, w, 0, 0, eta, scale, v, out); }

// prettier-ignore
@inline function hingeDifferenceOf(unit: bool, m: i32, a: usize, b: usize, w: usize, al: usize, be: usize, from: usize, to: usize): f64 {
  let total: f64 = 0;
  for (let k = 0; k < m; k++) {
    const i = n(a, k);
    const j = n(b, k);
    const alpha = (unit ? 1 : f(al, k));
    const beta = (unit ? 1 : f(be, k));
    const before = beta * f(from, j) - alpha * f(from, i);
    const after = beta * f(to, j) - alpha * f(to, i);
    const left = 0.5 * (before + abs(before));
    const right = 0.5 * (after + abs(after));
    const both = before > 0 && after > 0;
    const change = both ? beta * (f(to, j) - f(from, j)) - alpha * (f(to, i) - f(from, i)) : right - left;
    total += f(w, k) * change * (right + left);
  }
  return total;
}
// prettier-ignore
export function hingeDifference(m: i32, a: usize, b: usize, w: usize, al: usize, be: usize, from: usize, to: usize): f64 { return hingeDifferenceOf(false, m, a, b, w, al, be, from, to); }
// prettier-ignore
export function unitHingeDifference(m: i32, a: usize, b: usize, w: usize, from: usize, to: usize): f64 { return hingeDifferenceOf(true, m, a, b, w, 0, 0, from, to); }

// prettier-ignore
@inline function hingeDiagonalOf(unit: bool, m: i32, a: usize, b: usize, w: usize, al: usize, be: usize, eta: usize, scale: f64, out: usize): void {
  const twice = 2 * scale;
  for (let k = 0; k < m; k++) {
    const i = n(a, k);
    const j = n(b, k);
    const alpha = (unit ? 1 : f(al, k));
    const beta = (unit ? 1 : f(be, k));
    const active: f64 = beta * f(eta, j) - alpha * f(eta, i) > 0 ? 1 : 0;
    const amount = active * (twice * f(w, k));
    add(out, i, amount * alpha * alpha);
    add(out, j, amount * beta * beta);
  }
}
// prettier-ignore
export function hingeDiagonal(m: i32, a: usize, b: usize, w: usize, al: usize, be: usize, eta: usize, scale: f64, out: usize): void { hingeDiagonalOf(false, m, a, b, w, al, be, eta, scale, out); }
// prettier-ignore
export function unitHingeDiagonal(m: i32, a: usize, b: usize, w: usize, eta: usize, scale: f64, out: usize): void { hingeDiagonalOf(true, m, a, b, w, 0, 0, eta, scale, out); }

// prettier-ignore
@inline function hingeBoundsOf(unit: bool, m: i32, a: usize, b: usize, w: usize, al: usize, be: usize, scale: f64, out: usize): void {
  const twice = 2 * scale;
  for (let k = 0; k < m; k++) {
    const alpha = (unit ? 1 : f(al, k));
    const beta = (unit ? 1 : f(be, k));
    const amount = twice * f(w, k) * (alpha + beta);
    add(out, n(a, k), amount * alpha);
    add(out, n(b, k), amount * beta);
  }
}
// prettier-ignore
export function hingeBounds(m: i32, a: usize, b: usize, w: usize, al: usize, be: usize, scale: f64, out: usize): void { hingeBoundsOf(false, m, a, b, w, al, be, scale, out); }
// prettier-ignore
export function unitHingeBounds(m: i32, a: usize, b: usize, w: usize, scale: f64, out: usize): void { hingeBoundsOf(true, m, a, b, w, 0, 0, scale, out); }

// --- F = a η² + b η⁴ - h η, one of each for every module

export function quarticEnergy(size: i32, h: usize, a: usize, b: usize, eta: usize): f64 {
  let total: f64 = 0;
  for (let i = 0; i < size; i++) {
    const x = f(eta, i);
    total += x * (x * (f(a, i) + f(b, i) * x * x) - f(h, i));
  }
  return total;
}

export function quarticGradient(size: i32, h: usize, a: usize, b: usize, eta: usize, g: usize): f64 {
  let total: f64 = 0;
  for (let i = 0; i < size; i++) {
    const x = f(eta, i);
    const square = f(b, i) * x * x;
    total += x * (x * (f(a, i) + square) - f(h, i));
    add(g, i, x * (2 * f(a, i) + 4 * square) - f(h, i));
  }
  return total;
}

export function quarticProduct(size: i32, a: usize, b: usize, eta: usize, v: usize, out: usize): void {
  for (let i = 0; i < size; i++) {
    const x = f(eta, i);
    add(out, i, (2 * f(a, i) + 12 * f(b, i) * x * x) * f(v, i));
  }
}

export function quarticDiagonal(size: i32, a: usize, b: usize, eta: usize, out: usize): void {
  for (let i = 0; i < size; i++) {
    const x = f(eta, i);
    add(out, i, 2 * f(a, i) + 12 * f(b, i) * x * x);
  }
}

/** max |F''| over the box, at 0 or 1. */
export function quarticBounds(size: i32, a: usize, b: usize, out: usize): void {
  for (let i = 0; i < size; i++) {
    const flat = 2 * f(a, i);
    add(out, i, max(abs(flat), abs(flat + 12 * f(b, i))));
  }
}

export function quarticDifference(size: i32, h: usize, a: usize, b: usize, from: usize, to: usize): f64 {
  let total: f64 = 0;
  for (let i = 0; i < size; i++) {
    const x = f(from, i);
    const y = f(to, i);
    const sum = y + x;
    total += (y - x) * (sum * (f(a, i) + f(b, i) * (y * y + x * x)) - f(h, i));
  }
  return total;
}

/** Σ of all entries: not finite where one of them is not. */
export function sum(size: i32, v: usize): f64 {
  let total: f64 = 0;
  for (let i = 0; i < size; i++) total += f(v, i);
  return total;
}

export function clear(size: i32, v: usize): void {
  memory.fill(v, 0, <usize>size << 3);
}
