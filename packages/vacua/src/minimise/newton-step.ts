import { choleskySolve, cholesky } from '../linear/cholesky.js';
import { woodburySolve } from '../linear/woodbury.js';
import { lift, lowerHessian, sink } from '../potential/hessian.js';
import type { Terms } from '../potential/terms.js';
import type { Workspace } from './workspace.js';

/**
 * Solves (H + shift · I) step = -slope for the model of `cuspModel`: in O(n) where L is 0 and the diagonal is above 0, else by Cholesky.
 *
 * @returns whether H + shift · I is positive definite; else there is no step
 */
export function newtonStep(terms: Terms, work: Workspace, shift: number): boolean {
  const { n } = terms;
  const { phi, here, slope, diagonal, step, matrix, factor } = work;
  for (let i = 0; i < n; i++) step[i] = -slope[i]!;
  if (!terms.mixed) {
    const solved = woodburySolve(diagonal, shift, lift(terms, here), phi, sink(terms, here), here.u, step);
    if (solved !== -1) return solved === 1;
  }
  lowerHessian(terms, phi, here, diagonal, matrix);
  if (!cholesky(matrix, n, shift, factor)) return false;
  choleskySolve(factor, n, step);
  return true;
}
