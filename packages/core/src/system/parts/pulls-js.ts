import type { Vector } from '../../contract/energy.js';
import type { GapColumns } from './gaps.js';
import type { Part } from './part.js';

/*
 * F = w (η_b - η_a)², in plain TypeScript: the twins of the `pull` kernels. Arrays are arguments, not captured: V8 then keeps
 * their addresses in registers.
 */

function energy(a: Int32Array, b: Int32Array, w: Vector, eta: Vector): number {
  let total = 0;
  for (let k = 0; k < a.length; k++) {
    const gap = eta[b[k]!]! - eta[a[k]!]!;
    total += w[k]! * gap * gap;
  }
  return total;
}

function gradient(a: Int32Array, b: Int32Array, w: Vector, eta: Vector, scale: number, g: Float64Array): number {
  let total = 0;
  const twice = 2 * scale;
  for (let k = 0; k < a.length; k++) {
    const i = a[k]!;
    const j = b[k]!;
    const gap = eta[j]! - eta[i]!;
    const pull = w[k]! * gap;
    total += pull * gap;
    g[i]! -= twice * pull;
    g[j]! += twice * pull;
  }
  return total;
}

function difference(a: Int32Array, b: Int32Array, w: Vector, from: Vector, to: Vector): number {
  let total = 0;
  for (let k = 0; k < a.length; k++) {
    const i = a[k]!;
    const j = b[k]!;
    const change = to[j]! - from[j]! - (to[i]! - from[i]!);
    total += w[k]! * change * (to[j]! - to[i]! + (from[j]! - from[i]!));
  }
  return total;
}

function product(a: Int32Array, b: Int32Array, w: Vector, scale: number, v: Vector, out: Float64Array): void {
  const twice = 2 * scale;
  for (let k = 0; k < a.length; k++) {
    const i = a[k]!;
    const j = b[k]!;
    const pull = twice * w[k]! * (v[j]! - v[i]!);
    out[i]! -= pull;
    out[j]! += pull;
  }
}

function rows(a: Int32Array, b: Int32Array, w: Vector, factor: number, out: Float64Array): void {
  for (let k = 0; k < a.length; k++) {
    const amount = factor * w[k]!;
    out[a[k]!]! += amount;
    out[b[k]!]! += amount;
  }
}

/** Plain squared gaps as a part. */
export function pullsJs({ a, b, weight: w, term }: GapColumns): Part {
  return {
    energy: (eta, weights) => weights[term]! * energy(a, b, w, eta),
    gradient: (eta, weights, g) => weights[term]! * gradient(a, b, w, eta, weights[term]!, g),
    difference: (from, to, weights) => weights[term]! * difference(a, b, w, from, to),
    product(_eta, weights, v, out) {
      product(a, b, w, weights[term]!, v, out);
    },
    diagonal(_eta, weights, out) {
      rows(a, b, w, 2 * weights[term]!, out);
    },
    bounds(_eta, weights, out) {
      rows(a, b, w, 2 * weights[term]! * 2, out);
    },
  };
}
