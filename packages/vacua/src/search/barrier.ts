import type { Vector } from '@cfc/core';
import { jacobiEigen } from '../linear/jacobi.js';
import { minimise } from '../minimise/minimise.js';
import { type Potential, checkedPoint } from '../potential/potential.js';
import { valueAt } from '../potential/value.js';
import { criticalPoint } from './critical-point.js';
import { samePoint } from './critical-points.js';

/** What stands between two points. */
export interface Barrier {
  /** V at its top above V at the first point, >= 0. */
  readonly height: number;
  /** The top. */
  readonly phi: Float64Array;
  /**
   * `pass`: a saddle of index 1 from which one goes down to both. `line`: the top of the straight line between them, an upper bound.
   */
  readonly kind: 'pass' | 'line';
}

/** Points of the grid on the line; 20 golden sections come to 7e-5 of a cell. */
const POINTS = 32;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * The barrier on the way from one minimum to another: the top of the straight line; from there the nearest saddle of index 1, taken where it
 * is lower and descents on both of its sides end in the two minima. Throws `INPUT_INVALID`.
 */
export function barrier(potential: Potential, from: Vector, to: Vector): Barrier {
  const [start, end] = [
    Float64Array.from(checkedPoint(from, potential.n)),
    Float64Array.from(checkedPoint(to, potential.n)),
  ];
  const line = lineBarrier(potential, start, end);
  const base = potential.value(start);
  const pass = criticalPoint(potential, line.phi, 1);
  if (pass.reason !== 'converged' || pass.index !== 1 || pass.value - base > line.height + 1e-12 * (1 + Math.abs(base)))
    return line;
  if (!links(potential, pass.phi, start, end)) return line;
  return { height: Math.max(0, pass.value - base), phi: pass.phi, kind: 'pass' };
}

/** The barrier of the straight line alone. */
export function lineBarrier(potential: Potential, from: Vector, to: Vector): Barrier {
  const phi = topOfLine(potential, from, to);
  return { height: Math.max(0, potential.value(phi) - potential.value(from)), phi, kind: 'line' };
}

/** The highest point of the line between two points: of a grid, then refined by golden sections around it. */
function topOfLine({ terms, n }: Potential, from: Vector, to: Vector): Float64Array {
  const phi = new Float64Array(n);
  const at = (t: number): number => {
    for (let i = 0; i < n; i++) phi[i] = from[i]! + t * (to[i]! - from[i]!);
    return valueAt(terms, phi);
  };
  let best = 0;
  let most = at(0);
  for (let i = 1; i <= POINTS; i++) {
    const here = at(i / POINTS);
    if (here > most) [best, most] = [i / POINTS, here];
  }
  let [low, high] = [Math.max(0, best - 1 / POINTS), Math.min(1, best + 1 / POINTS)];
  for (let turn = 0; turn < 20; turn++) {
    const [left, right] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
    if (at(left) > at(right)) high = right;
    else low = left;
  }
  if (at((low + high) / 2) < most) at(best);
  return phi;
}

/** Whether descents from both sides of a saddle of index 1 end in the two minima. */
function links(potential: Potential, saddle: Float64Array, one: Float64Array, other: Float64Array): boolean {
  const { vectors } = jacobiEigen(potential.hessian(saddle), potential.n);
  const ends = [1e-3, -1e-3].map(
    (side) =>
      minimise(
        potential,
        saddle.map((x, i) => x + side * vectors[0]![i]!),
      ).phi,
  );
  const [a, b] = ends as [Float64Array, Float64Array];
  return (samePoint(a, one) && samePoint(b, other)) || (samePoint(a, other) && samePoint(b, one));
}
