import type { Vector } from '../contract/energy.js';
import type { Point, Task } from '../contract/pieces.js';

/** What can serve as the precision (stiffness) of a module. */
export const precisions = ['rows', 'diagonal'] as const;

/** Gershgorin row bounds or diagonal of the Hessian, at least `floor`. */
export function precisionOf(task: Task, at: Point, kind: (typeof precisions)[number], floor: number): Vector {
  const { system, env } = task;
  const values = kind === 'rows' ? system.rowBounds(at.eta, env) : system.hessianDiagonal(at.eta, env);
  return values.map((value) => Math.max(value, floor));
}
