import type { Vector } from '../../contract/energy.js';
import { ones } from '../../numeric/vector.js';
import type { GapColumns } from './gaps.js';
import type { Part } from './part.js';

/* F = w max(0, β η_b - α η_a)², in plain TypeScript: the twins of the `hinge` kernels. */

function energy(a: Int32Array, b: Int32Array, w: Vector, alpha: Vector, beta: Vector, eta: Vector): number {
  let total = 0;
  for (let k = 0; k < a.length; k++) {
    const gap = beta[k]! * eta[b[k]!]! - alpha[k]! * eta[a[k]!]!;
    const active = 0.5 * (gap + Math.abs(gap));
    total += w[k]! * active * active;
  }
  return total;
}

function gradient(
  a: Int32Array,
  b: Int32Array,
  w: Vector,
  alpha: Vector,
  beta: Vector,
  eta: Vector,
  scale: number,
  g: Float64Array,
): number {
  let total = 0;
  const twice = 2 * scale;
  for (let k = 0; k < a.length; k++) {
    const i = a[k]!;
    const j = b[k]!;
    const gap = beta[k]! * eta[j]! - alpha[k]! * eta[i]!;
    const active = 0.5 * (gap + Math.abs(gap));
    const pull = w[k]! * active;
    total += pull * active;
    g[i]! -= twice * pull * alpha[k]!;
    g[j]! += twice * pull * beta[k]!;
  }
  return total;
}

function difference(
  a: Int32Array,
  b: Int32Array,
  w: Vector,
  alpha: Vector,
  beta: Vector,
  from: Vector,
  to: Vector,
): number {
  let total = 0;
  for (let k = 0; k < a.length; k++) {
    const i = a[k]!;
    const j = b[k]!;
    const before = beta[k]! * from[j]! - alpha[k]! * from[i]!;
    const after = beta[k]! * to[j]! - alpha[k]! * to[i]!;
    const left = 0.5 * (before + Math.abs(before));
    const right = 0.5 * (after + Math.abs(after));
    const both = before > 0 && after > 0;
    const change = both ? beta[k]! * (to[j]! - from[j]!) - alpha[k]! * (to[i]! - from[i]!) : right - left;
    total += w[k]! * change * (right + left);
  }
  return total;
}

function product(
  a: Int32Array,
  b: Int32Array,
  w: Vector,
  alpha: Vector,
  beta: Vector,
  eta: Vector,
  scale: number,
  v: Vector,
  out: Float64Array,
): void {
  const twice = 2 * scale;
  for (let k = 0; k < a.length; k++) {
    const i = a[k]!;
    const j = b[k]!;
    const active = beta[k]! * eta[j]! - alpha[k]! * eta[i]! > 0 ? 1 : 0;
    const pull = active * (twice * w[k]! * (beta[k]! * v[j]! - alpha[k]! * v[i]!));
    out[i]! -= pull * alpha[k]!;
    out[j]! += pull * beta[k]!;
  }
}

function diagonal(
  a: Int32Array,
  b: Int32Array,
  w: Vector,
  alpha: Vector,
  beta: Vector,
  eta: Vector,
  scale: number,
  out: Float64Array,
): void {
  const twice = 2 * scale;
  for (let k = 0; k < a.length; k++) {
    const i = a[k]!;
    const j = b[k]!;
    const active = beta[k]! * eta[j]! - alpha[k]! * eta[i]! > 0 ? 1 : 0;
    const amount = active * (twice * w[k]!);
    out[i]! += amount * alpha[k]! * alpha[k]!;
    out[j]! += amount * beta[k]! * beta[k]!;
  }
}

function bounds(
  a: Int32Array,
  b: Int32Array,
  w: Vector,
  alpha: Vector,
  beta: Vector,
  scale: number,
  out: Float64Array,
): void {
  const twice = 2 * scale;
  for (let k = 0; k < a.length; k++) {
    const amount = twice * w[k]! * (alpha[k]! + beta[k]!);
    out[a[k]!]! += amount * alpha[k]!;
    out[b[k]!]! += amount * beta[k]!;
  }
}

/** Hinges as a part. */
export function hingesJs({ a, b, weight: w, term, scales }: GapColumns): Part {
  const { alpha, beta } = scales ?? { alpha: ones(a.length), beta: ones(a.length) };
  return {
    energy: (eta, weights) => weights[term]! * energy(a, b, w, alpha, beta, eta),
    gradient: (eta, weights, g) => weights[term]! * gradient(a, b, w, alpha, beta, eta, weights[term]!, g),
    difference: (from, to, weights) => weights[term]! * difference(a, b, w, alpha, beta, from, to),
    product(eta, weights, v, out) {
      product(a, b, w, alpha, beta, eta, weights[term]!, v, out);
    },
    diagonal(eta, weights, out) {
      diagonal(a, b, w, alpha, beta, eta, weights[term]!, out);
    },
    bounds(_eta, weights, out) {
      bounds(a, b, w, alpha, beta, weights[term]!, out);
    },
  };
}
