import { jacobiEigen } from '../linear/jacobi.js';
import { mirror } from '../linear/mirror.js';
import { addCusps, lowerHessian, plainDiagonal } from '../potential/hessian.js';
import { slopeAt } from '../potential/slopes.js';
import type { Terms } from '../potential/terms.js';
import { valueAt } from '../potential/value.js';
import { type Descent, descend } from './descend.js';
import type { SearchOptions } from './options.js';
import type { Workspace } from './workspace.js';

/** Shifted steps in a row, which is how a saddle is come to, before directions of negative curvature are looked for. */
const PATIENCE = 15;

/**
 * `descend`, and on from saddles: where the gradient is 0 in a direction of negative curvature, as it is for a field that nothing drives, a
 * descent comes to the saddle, and slowly. One that ends there, or is held up on the way, goes on down the directions of negative curvature.
 */
export function settle(terms: Terms, work: Workspace, { tolerance, maxIterations }: SearchOptions): Descent {
  let [total, patience] = [0, PATIENCE];
  for (;;) {
    const descent = descend(terms, work, { tolerance, maxIterations: maxIterations - total }, patience);
    total += descent.iterations;
    const saddle = descent.reason === 'converged' && !descent.definite;
    if (total >= maxIterations || !(descent.held || saddle)) return { ...descent, iterations: total };
    if (leaveSaddle(terms, work)) continue;
    if (saddle) return { ...descent, iterations: total };
    patience = Infinity;
  }
}

/** Moves `work.phi` down all directions of negative curvature, below -1e-8 of the scale; false where none leads to a lower V. */
function leaveSaddle(terms: Terms, work: Workspace): boolean {
  const { n } = terms;
  const { phi, trial, here, diagonal, matrix, scale } = work;
  plainDiagonal(terms, phi, here, diagonal);
  addCusps(terms, phi, here, diagonal);
  lowerHessian(terms, phi, here, diagonal, matrix);
  mirror(matrix, n);
  const { values, vectors } = jacobiEigen(matrix, n);
  const down = vectors.filter((_, j) => values[j]! < -1e-8 * scale);
  const along = down.map((vector) => vector.reduce((sum, x, i) => sum + x * slopeAt(here, i), 0));
  for (let length = 0.5; down.length > 0 && length > 1e-6; length /= 4) {
    trial.set(phi);
    down.forEach((vector, j) => {
      const side = along[j]! > 0 ? -length : length;
      for (let i = 0; i < n; i++) trial[i] = trial[i]! + side * vector[i]!;
    });
    if (!(valueAt(terms, trial) < here.value)) continue;
    phi.set(trial);
    return true;
  }
  return false;
}
