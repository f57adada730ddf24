import type { Vector } from '../../contract/energy.js';
import type { GapColumns } from './gaps.js';
import type { Part } from './part.js';

/** F = w max(0, β η_b - α η_a)², in plain TypeScript: the twin of the `hinge` kernels. */
export function hingesJs({ a, b, weight: w, term, scales }: GapColumns): Part {
  const { alpha, beta } = scales!;
  const count = a.length;
  const gapAt = (eta: Vector, k: number): number => beta[k]! * eta[b[k]!]! - alpha[k]! * eta[a[k]!]!;
  return {
    energy(eta, weights) {
      let total = 0;
      for (let k = 0; k < count; k++) {
        const gap = beta[k]! * eta[b[k]!]! - alpha[k]! * eta[a[k]!]!;
        const active = 0.5 * (gap + Math.abs(gap));
        total += w[k]! * active * active;
      }
      return weights[term]! * total;
    },
    gradient(eta, weights, g) {
      let total = 0;
      const twice = 2 * weights[term]!;
      for (let k = 0; k < count; k++) {
        const i = a[k]!;
        const j = b[k]!;
        const gap = beta[k]! * eta[j]! - alpha[k]! * eta[i]!;
        const active = 0.5 * (gap + Math.abs(gap));
        const pull = w[k]! * active;
        total += pull * active;
        g[i] = g[i]! - twice * pull * alpha[k]!;
        g[j] = g[j]! + twice * pull * beta[k]!;
      }
      return weights[term]! * total;
    },
    difference(from, to, weights) {
      let total = 0;
      for (let k = 0; k < count; k++) {
        const before = gapAt(from, k);
        const after = gapAt(to, k);
        const left = 0.5 * (before + Math.abs(before));
        const right = 0.5 * (after + Math.abs(after));
        const i = a[k]!;
        const j = b[k]!;
        const both = before > 0 && after > 0;
        const change = both ? beta[k]! * (to[j]! - from[j]!) - alpha[k]! * (to[i]! - from[i]!) : right - left;
        total += w[k]! * change * (right + left);
      }
      return weights[term]! * total;
    },
    product(eta, weights, v, out) {
      const twice = 2 * weights[term]!;
      for (let k = 0; k < count; k++) {
        const i = a[k]!;
        const j = b[k]!;
        const active = gapAt(eta, k) > 0 ? 1 : 0;
        const pull = active * (twice * w[k]! * (beta[k]! * v[j]! - alpha[k]! * v[i]!));
        out[i] = out[i]! - pull * alpha[k]!;
        out[j] = out[j]! + pull * beta[k]!;
      }
    },
    diagonal(eta, weights, out) {
      const twice = 2 * weights[term]!;
      for (let k = 0; k < count; k++) {
        const active = gapAt(eta, k) > 0 ? 1 : 0;
        const amount = active * (twice * w[k]!);
        out[a[k]!] = out[a[k]!]! + amount * alpha[k]! * alpha[k]!;
        out[b[k]!] = out[b[k]!]! + amount * beta[k]! * beta[k]!;
      }
    },
    bounds(_eta, weights, rows) {
      const twice = 2 * weights[term]!;
      for (let k = 0; k < count; k++) {
        const amount = twice * w[k]! * (alpha[k]! + beta[k]!);
        rows[a[k]!] = rows[a[k]!]! + amount * alpha[k]!;
        rows[b[k]!] = rows[b[k]!]! + amount * beta[k]!;
      }
    },
  };
}
