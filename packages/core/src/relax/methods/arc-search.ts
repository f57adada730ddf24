import type { Vector } from '../../contract/energy.js';
import type { Point, Task } from '../../contract/pieces.js';

/** Share of the promised decrease that has to come true. */
const DECREASE = 1e-4;

/** What a search along the projection arc found. */
export interface ArcStep {
  readonly to: Point | null;
  readonly step: number;
  readonly tries: number;
}

/**
 * Armijo backtracking along the projection arc η(t) = clip(η - t d), from `first` downwards by halves, until the decrease that the
 * gradient promises is `least`.
 * Source: D. Bertsekas, IEEE Trans. Automat. Control 21 (1976) 174.
 */
export function arcSearch(
  task: Task,
  from: Point,
  gradient: Vector,
  direction: Vector,
  first: number,
  most = 30,
  least = 0,
): ArcStep {
  const { algebra } = task.system;
  let step = first;
  const eta = task.vector();
  for (let tries = 0; tries < most; tries++, step /= 2) {
    const promise = algebra.arc(from.eta, gradient, direction, step, eta);
    if (!(promise > 0)) {
      if (sameVector(eta, from.eta)) break;
      continue;
    }
    if (promise < least) break;
    const to = tries === 0 ? task.pointWithGradient(eta) : task.point(eta);
    if (task.difference(from, to) <= -DECREASE * promise) return { to, step, tries };
  }
  return { to: null, step: 0, tries: most };
}

function sameVector(a: Vector, b: Vector): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
