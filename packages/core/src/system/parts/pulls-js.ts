import type { GapColumns } from './gaps.js';
import type { Part } from './part.js';

/** F = w (η_b - η_a)², in plain TypeScript. The twin of the `pull` kernels: the same operations in the same order. */
export function pullsJs({ a, b, weight: w, term }: GapColumns): Part {
  const count = a.length;
  const addRows = (factor: number, out: Float64Array): void => {
    for (let k = 0; k < count; k++) {
      const amount = factor * w[k]!;
      out[a[k]!] = out[a[k]!]! + amount;
      out[b[k]!] = out[b[k]!]! + amount;
    }
  };
  return {
    energy(eta, weights) {
      let total = 0;
      for (let k = 0; k < count; k++) {
        const gap = eta[b[k]!]! - eta[a[k]!]!;
        total += w[k]! * gap * gap;
      }
      return weights[term]! * total;
    },
    gradient(eta, weights, g) {
      let total = 0;
      const twice = 2 * weights[term]!;
      for (let k = 0; k < count; k++) {
        const i = a[k]!;
        const j = b[k]!;
        const gap = eta[j]! - eta[i]!;
        const pull = w[k]! * gap;
        total += pull * gap;
        g[i] = g[i]! - twice * pull;
        g[j] = g[j]! + twice * pull;
      }
      return weights[term]! * total;
    },
    difference(from, to, weights) {
      let total = 0;
      for (let k = 0; k < count; k++) {
        const i = a[k]!;
        const j = b[k]!;
        const change = to[j]! - from[j]! - (to[i]! - from[i]!);
        total += w[k]! * change * (to[j]! - to[i]! + (from[j]! - from[i]!));
      }
      return weights[term]! * total;
    },
    product(_eta, weights, v, out) {
      const twice = 2 * weights[term]!;
      for (let k = 0; k < count; k++) {
        const i = a[k]!;
        const j = b[k]!;
        const pull = twice * w[k]! * (v[j]! - v[i]!);
        out[i] = out[i]! - pull;
        out[j] = out[j]! + pull;
      }
    },
    diagonal(_eta, weights, out) {
      addRows(2 * weights[term]!, out);
    },
    bounds(_eta, weights, rows) {
      addRows(2 * weights[term]! * 2, rows);
    },
  };
}
