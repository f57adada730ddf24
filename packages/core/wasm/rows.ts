import { push } from './queue';
import { A, ALPHA, B, BETA, H, HIGH, LOW, QA, QB, ROWS, ROW_START, W, add, f, kindOf, lastOf, n, place, put, scaleOf, word } from './table';
import { clip, residual } from './lanes';

// One row at a time: couplings of row i stand in ROWS from ROW_START[i] to ROW_START[i + 1].

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
export function stepRow(t: usize, i: i32, eta: usize, g: usize, q: usize, tolerance: f64): f64 {
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
