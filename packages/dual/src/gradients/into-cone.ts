import { dot, norm, type Vector } from '@cfc/core';
import { factorOf } from './factor.js';
import type { Gram } from './gram.js';
import { leastSquares } from './least-squares.js';

/** Coefficients v >= u of a projection, and how far they are from optimal. */
export interface ConePoint {
  readonly v: Float64Array;
  /** Largest violation of the optimality conditions g · d >= 0, and g · d = 0 where v > u, over |g| |Σ u_k g_k|. */
  readonly gap: number;
}

/**
 * The point of the cone { d : g_k · d >= 0 for all k } nearest to Σ u_k g_k, as coefficients: min vᵀGv over v >= u.
 * Non-negative least squares on rows scaled to length 1, by an active set; rows of 0 are left as they are.
 *
 * Source: Lawson and Hanson, Solving Least Squares Problems (1974), chapter 23.
 */
export function intoCone(gram: Gram, u: Vector): ConePoint {
  const lengths = Float64Array.from(gram, (row, k) => Math.sqrt(row[k]!));
  const rows = unitRows(gram, lengths);
  const goal = new Float64Array(rows[0]!.length);
  rows.forEach((row, k) => row.forEach((entry, i) => (goal[i]! += lengths[k]! * u[k]! * entry)));
  let now: Progress = { z: new Float64Array(rows.length), active: [], d: goal };
  const blocked = new Set<number>();
  for (let round = 0; round < 20 * rows.length; round++) {
    const next = mostOpposed(rows, now, blocked, 8 * Number.EPSILON * norm(goal));
    if (next < 0) break;
    const moved = withRow(rows, goal, now, next);
    if (moved === null) blocked.add(next);
    else {
      blocked.clear();
      now = moved;
    }
  }
  const v = Float64Array.from(u, (entry, k) => entry + (lengths[k]! > 0 ? now.z[k]! / lengths[k]! : 0));
  const off = rows.map((row, k) => (now.z[k]! > 0 ? Math.abs(dot(row, now.d)) : -dot(row, now.d)));
  return { v, gap: norm(goal) > 0 ? Math.max(0, ...off) / norm(goal) : 0 };
}

/** Vectors of length 1 with the cosines of the gradients; 0 for gradients of 0. */
function unitRows(gram: Gram, lengths: Vector): readonly Float64Array[] {
  return factorOf(
    gram.map((row, i) =>
      row.map((entry, j) => (lengths[i]! > 0 && lengths[j]! > 0 ? entry / (lengths[i]! * lengths[j]!) : 0)),
    ),
  );
}

interface Progress {
  readonly z: Float64Array;
  /** Rows with z above 0. */
  readonly active: readonly number[];
  /** Σ u_k g_k + Σ z_k row_k. */
  readonly d: Float64Array;
}

function mostOpposed(
  rows: readonly Float64Array[],
  { active, d }: Progress,
  blocked: ReadonlySet<number>,
  noise: number,
): number {
  let [next, least] = [-1, -noise];
  rows.forEach((row, k) => {
    const slope = active.includes(k) || blocked.has(k) ? 0 : dot(row, d);
    if (slope < least) [next, least] = [k, slope];
  });
  return next;
}

/** The minimiser after row `next` was let in; null where that leads nowhere. */
function withRow(rows: readonly Float64Array[], goal: Float64Array, from: Progress, next: number): Progress | null {
  let z = Float64Array.from(from.z);
  let active = [...from.active, next];
  for (;;) {
    const solved = leastSquares(
      active.map((k) => rows[k]!),
      goal,
    );
    if (solved === null) return null;
    const target = new Float64Array(rows.length);
    active.forEach((k, i) => (target[k] = solved.x[i]!));
    const out = active.filter((k) => !(target[k]! > 0));
    if (out.length === 0) return { z: target, active, d: solved.left };
    if (out.includes(next) && z[next] === 0) return null;
    const step = Math.min(...out.map((k) => z[k]! / (z[k]! - target[k]!)));
    z = z.map((entry, k) => entry + step * (target[k]! - entry));
    const least = Math.min(...out.map((k) => z[k]!));
    const gone = out.filter((k) => z[k]! <= Math.max(0, least));
    gone.forEach((k) => (z[k] = 0));
    active = active.filter((k) => !gone.includes(k));
  }
}
