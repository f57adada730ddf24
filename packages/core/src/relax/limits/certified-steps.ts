import type { Vector } from '../../contract/energy.js';

/**
 * The certified step of each row, theta / r_i, from Gershgorin's rows r of the Hessian: the Hessian lies between
 * -diag(r) and diag(r), so that η_i ← clip(η_i - theta g_i / r_i) lowers the energy for every theta < 2, and so does any
 * shorter step of any row.
 *
 * @param free the step of rows that nothing bends (r = 0), where every step is certified
 * @returns one step for each row; 0 where there is no finite bound
 */
export function certifiedSteps(rows: Vector, theta: number, free: number): Float64Array {
  const steps = new Float64Array(rows.length);
  for (let i = 0; i < steps.length; i++) {
    const row = rows[i]!;
    steps[i] = row > 0 && row < Infinity ? theta / row : row === 0 ? free : 0;
  }
  return steps;
}
