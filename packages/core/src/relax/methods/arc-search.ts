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
 * Armijo backtracking along the projection arc η(t) = clip(η - t d), from `first` downwards by halves.
 * Source: D. Bertsekas, IEEE Trans. Automat. Control 21 (1976) 174.
 */
export function arcSearch(
  task: Task,
  from: Point,
  gradient: Vector,
  direction: Vector,
  first: number,
  most = 30,
): ArcStep {
  let step = first;
  for (let tries = 0; tries < most; tries++, step /= 2) {
    const eta = new Float64Array(direction.length);
    let promise = 0;
    let moved = false;
    for (let i = 0; i < eta.length; i++) {
      const value = from.eta[i]! - step * direction[i]!;
      const kept = value < 0 ? 0 : value > 1 ? 1 : value;
      eta[i] = kept;
      promise += gradient[i]! * (from.eta[i]! - kept);
      moved ||= kept !== from.eta[i];
    }
    if (!moved) break;
    if (!(promise > 0)) continue;
    const to = task.point(eta);
    if (task.difference(from, to) <= -DECREASE * promise) return { to, step, tries };
  }
  return { to: null, step: 0, tries: most };
}
