import { dot, type Vector } from '@cfc/core';
import type { Gram } from './gram.js';
import { noiseOf, times, unit } from './matrix.js';
import { solveSymmetric } from './solve-symmetric.js';

/** A minimiser, and how it moves with s as long as its support stays: w = base + s · tilt. */
export interface SimplexPoint {
  readonly w: Float64Array;
  readonly base: Float64Array;
  readonly tilt: Float64Array;
  /** Indices of the entries above 0. */
  readonly support: readonly number[];
}

/**
 * Minimises ½ wᵀGw + s q · w over the simplex { w >= 0, Σ w = 1 }, by an active set: the minimiser over the affine hull of
 * the support, a step to the border where that lies outside, the vertex of the steepest fall added.
 *
 * Source: Wolfe, Mathematical Programming 11 (1976) 128, for q = 0.
 */
export function leastOverSimplex(gram: Gram, q: Vector, s: number): SimplexPoint {
  const size = gram.length;
  const first = argmin(size, (k) => gram[k]![k]! / 2 + s * q[k]!);
  let found = overHull(gram, q, [first], s)!;
  const blocked = new Set<number>();
  for (let round = 0; round < 20 * size; round++) {
    const slope = times(gram, found.w).map((entry, k) => entry + s * q[k]!);
    const level = dot(slope, found.w);
    const noise = noiseOf(gram, found.w);
    const most = dot(noise, found.w);
    const fall = (k: number): number =>
      found.support.includes(k) || blocked.has(k) || slope[k]! >= level - noise[k]! - most ? Infinity : slope[k]!;
    const next = argmin(size, fall);
    if (fall(next) === Infinity) break;
    const moved = withVertex(gram, q, s, found, next);
    if (moved === null) blocked.add(next);
    else {
      blocked.clear();
      found = moved;
    }
  }
  return found;
}

/** The minimiser after vertex `next` was let in; null where that leads nowhere. */
function withVertex(gram: Gram, q: Vector, s: number, from: SimplexPoint, next: number): SimplexPoint | null {
  let w = from.w;
  let support = [...from.support, next];
  while (support.length > 0) {
    const target = overHull(gram, q, support, s);
    if (target === null) return null;
    const out = support.filter((k) => !(target.w[k]! > 0));
    if (out.length === 0) return target;
    if (out.includes(next) && w[next] === 0) return null;
    const step = Math.min(...out.map((k) => w[k]! / (w[k]! - target.w[k]!)));
    w = w.map((entry, k) => entry + step * (target.w[k]! - entry));
    const least = Math.min(...out.map((k) => w[k]!));
    const gone = out.filter((k) => w[k]! <= Math.max(0, least));
    gone.forEach((k) => (w[k] = 0));
    support = support.filter((k) => !gone.includes(k));
  }
  return null;
}

/** The minimiser over the affine hull of the support, entries below 0 included; null where its vertices depend on each other. */
function overHull(gram: Gram, q: Vector, support: readonly number[], s: number): SimplexPoint | null {
  const origin = support[argmin(support.length, (k) => gram[support[k]!]![support[k]!]!)]!;
  const others = support.filter((k) => k !== origin);
  const at = (i: number, j: number): number => gram[i]![j]!;
  const square = at(origin, origin);
  const h = (i: number, j: number): number => {
    const [k, l] = [others[i]!, others[j]!];
    return at(k, l) - at(k, origin) - at(l, origin) + square;
  };
  const pull = Float64Array.from(others, (k) => square - at(k, origin));
  const push = Float64Array.from(others, (k) => q[origin]! - q[k]!);
  const solved = solveSymmetric(others.length, h, [pull, push]);
  if (solved === null) return null;
  const [base, tilt] = [unit(gram.length, origin), new Float64Array(gram.length)];
  others.forEach((k, i) => {
    base[k] = solved[0]![i]!;
    base[origin]! -= base[k];
    tilt[k] = solved[1]![i]!;
    tilt[origin]! -= tilt[k];
  });
  return { w: base.map((entry, k) => entry + s * tilt[k]!), base, tilt, support };
}

/** The first index of the least value. */
function argmin(size: number, value: (k: number) => number): number {
  let best = 0;
  for (let k = 1; k < size; k++) if (value(k) < value(best)) best = k;
  return best;
}
