import type { Folded } from './quartics.js';
import type { Part } from './part.js';

/** F = a η² + b η⁴ - h η over all modules, in plain TypeScript: the twin of the `quartic` kernels. */
export function quarticsJs({ h, a, b, under }: Folded): Part {
  const size = h.length;
  return {
    energy(eta, weights) {
      under(weights);
      let total = 0;
      for (let i = 0; i < size; i++) {
        const x = eta[i]!;
        total += x * (x * (a[i]! + b[i]! * x * x) - h[i]!);
      }
      return total;
    },
    gradient(eta, weights, g) {
      under(weights);
      let total = 0;
      for (let i = 0; i < size; i++) {
        const x = eta[i]!;
        const square = b[i]! * x * x;
        total += x * (x * (a[i]! + square) - h[i]!);
        g[i] = g[i]! + (x * (2 * a[i]! + 4 * square) - h[i]!);
      }
      return total;
    },
    difference(from, to, weights) {
      under(weights);
      let total = 0;
      for (let i = 0; i < size; i++) {
        const x = from[i]!;
        const y = to[i]!;
        const sum = y + x;
        total += (y - x) * (sum * (a[i]! + b[i]! * (y * y + x * x)) - h[i]!);
      }
      return total;
    },
    product(eta, weights, v, out) {
      under(weights);
      for (let i = 0; i < size; i++) {
        const x = eta[i]!;
        out[i] = out[i]! + (2 * a[i]! + 12 * b[i]! * x * x) * v[i]!;
      }
    },
    diagonal(eta, weights, out) {
      under(weights);
      for (let i = 0; i < size; i++) {
        const x = eta[i]!;
        out[i] = out[i]! + (2 * a[i]! + 12 * b[i]! * x * x);
      }
    },
    bounds(_eta, weights, rows) {
      under(weights);
      for (let i = 0; i < size; i++) {
        const flat = 2 * a[i]!;
        rows[i] = rows[i]! + Math.max(Math.abs(flat), Math.abs(flat + 12 * b[i]!));
      }
    },
  };
}
