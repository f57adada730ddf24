import type { Vector } from '../../contract/energy.js';
import type { EdgeFamily, Edges } from './edges.js';

/*
 * The loops over the squared gaps of one family in plain TypeScript: the twins of the `gap` kernels. Each returns Σ w s²
 * unweighted, or adds to `out` what is scaled by `scale`.
 */

export function gapEnergy({ a, b, w, alpha, beta, scaledFrom }: Edges, family: EdgeFamily, eta: Vector): number {
  const { hinge, scaled, first, last } = family;
  let total = 0;
  for (let e = first; e < last; e++) {
    const x = eta[a[e]!]!;
    const y = eta[b[e]!]!;
    const gap = scaled ? beta[e - scaledFrom]! * y - alpha[e - scaledFrom]! * x : y - x;
    const active = hinge ? 0.5 * (gap + Math.abs(gap)) : gap;
    total += w[e]! * active * active;
  }
  return total;
}

export function gapGradient(
  { a, b, w, alpha, beta, scaledFrom }: Edges,
  { hinge, scaled, first, last }: EdgeFamily,
  eta: Vector,
  scale: number,
  g: Float64Array,
): number {
  let total = 0;
  const twice = 2 * scale;
  if (!scaled) {
    for (let e = first; e < last; e++) {
      const i = a[e]!;
      const j = b[e]!;
      const gap = eta[j]! - eta[i]!;
      const active = hinge ? 0.5 * (gap + Math.abs(gap)) : gap;
      const pull = w[e]! * active;
      total += pull * active;
      const amount = twice * pull;
      g[i] = g[i]! - amount;
      g[j] = g[j]! + amount;
    }
    return total;
  }
  for (let e = first; e < last; e++) {
    const i = a[e]!;
    const j = b[e]!;
    const al = alpha[e - scaledFrom]!;
    const be = beta[e - scaledFrom]!;
    const gap = be * eta[j]! - al * eta[i]!;
    const active = hinge ? 0.5 * (gap + Math.abs(gap)) : gap;
    const pull = w[e]! * active;
    total += pull * active;
    const amount = twice * pull;
    g[i] = g[i]! - amount * al;
    g[j] = g[j]! + amount * be;
  }
  return total;
}

export function gapDifference(
  { a, b, w, alpha, beta, scaledFrom }: Edges,
  { hinge, scaled, first, last }: EdgeFamily,
  from: Vector,
  to: Vector,
): number {
  let total = 0;
  for (let e = first; e < last; e++) {
    const i = a[e]!;
    const j = b[e]!;
    const al = scaled ? alpha[e - scaledFrom]! : 1;
    const be = scaled ? beta[e - scaledFrom]! : 1;
    const before = be * from[j]! - al * from[i]!;
    const after = be * to[j]! - al * to[i]!;
    const moved = be * (to[j]! - from[j]!) - al * (to[i]! - from[i]!);
    const left = hinge ? 0.5 * (before + Math.abs(before)) : before;
    const right = hinge ? 0.5 * (after + Math.abs(after)) : after;
    const both = before > 0 && after > 0 ? 1 : 0;
    const change = hinge ? both * moved + (1 - both) * (right - left) : moved;
    total += w[e]! * change * (right + left);
  }
  return total;
}

export function gapProduct(
  { a, b, w, alpha, beta, scaledFrom }: Edges,
  { hinge, scaled, first, last }: EdgeFamily,
  eta: Vector,
  scale: number,
  v: Vector,
  out: Float64Array,
): void {
  const twice = 2 * scale;
  for (let e = first; e < last; e++) {
    const i = a[e]!;
    const j = b[e]!;
    const al = scaled ? alpha[e - scaledFrom]! : 1;
    const be = scaled ? beta[e - scaledFrom]! : 1;
    let amount = twice * w[e]! * (be * v[j]! - al * v[i]!);
    if (hinge) amount *= be * eta[j]! - al * eta[i]! > 0 ? 1 : 0;
    out[i] = out[i]! - amount * al;
    out[j] = out[j]! + amount * be;
  }
}

/** Writes Σ w s² and Σ (w s)² (α² + β²) to `out` from entry `at` on. */
export function gapSums(
  { a, b, w, alpha, beta, scaledFrom }: Edges,
  { hinge, scaled, first, last }: EdgeFamily,
  eta: Vector,
  out: Float64Array,
  at: number,
): void {
  let total = 0;
  let squares = 0;
  for (let e = first; e < last; e++) {
    const al = scaled ? alpha[e - scaledFrom]! : 1;
    const be = scaled ? beta[e - scaledFrom]! : 1;
    const gap = scaled ? be * eta[b[e]!]! - al * eta[a[e]!]! : eta[b[e]!]! - eta[a[e]!]!;
    const active = hinge ? 0.5 * (gap + Math.abs(gap)) : gap;
    const pull = w[e]! * active;
    total += pull * active;
    squares += scaled ? pull * pull * (al * al + be * be) : pull * pull;
  }
  out[at] = total;
  out[at + 1] = scaled ? squares : 2 * squares;
}

export function gapDiagonal(
  { a, b, w, alpha, beta, scaledFrom }: Edges,
  { hinge, scaled, first, last }: EdgeFamily,
  eta: Vector,
  scale: number,
  out: Float64Array,
): void {
  const twice = 2 * scale;
  for (let e = first; e < last; e++) {
    const i = a[e]!;
    const j = b[e]!;
    const al = scaled ? alpha[e - scaledFrom]! : 1;
    const be = scaled ? beta[e - scaledFrom]! : 1;
    const active = !hinge || be * eta[j]! - al * eta[i]! > 0 ? 1 : 0;
    const amount = active * (twice * w[e]!);
    out[i] = out[i]! + amount * al * al;
    out[j] = out[j]! + amount * be * be;
  }
}

export function gapBounds(
  { a, b, w, alpha, beta, scaledFrom }: Edges,
  { scaled, first, last }: EdgeFamily,
  scale: number,
  out: Float64Array,
): void {
  if (scale === 0) return;
  const twice = 2 * scale;
  for (let e = first; e < last; e++) {
    const al = scaled ? Math.abs(alpha[e - scaledFrom]!) : 1;
    const be = scaled ? Math.abs(beta[e - scaledFrom]!) : 1;
    const amount = twice * Math.abs(w[e]!) * (al + be);
    out[a[e]!] = out[a[e]!]! + amount * al;
    out[b[e]!] = out[b[e]!]! + amount * be;
  }
}
