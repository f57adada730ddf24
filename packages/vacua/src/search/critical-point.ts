import { CfcError, type Vector, describe, dot, fill } from '@cfc/core';
import { type Eigen, jacobiEigen } from '../linear/jacobi.js';
import { cuspModel } from '../minimise/cusp-model.js';
import { largest } from '../minimise/largest.js';
import type { Found } from '../minimise/minimise.js';
import { type SearchGiven, type SearchOptions, searchFields } from '../minimise/options.js';
import type { Reason } from '../minimise/reason.js';
import { tryStep } from '../minimise/try-step.js';
import { type Workspace, move, sharedWorkspace } from '../minimise/workspace.js';
import { lowerHessian } from '../potential/hessian.js';
import { type Potential, checkedPoint } from '../potential/potential.js';
import { slopesAt, steepest } from '../potential/slopes.js';
import type { Terms } from '../potential/terms.js';

/** Largest move of a field in one step. */
const RADIUS = 0.5;

/** A critical point, where the search converged. */
export interface CriticalPoint extends Found {
  /** Directions of negative curvature there: below -1e-8 of the largest one, in the units of the search. */
  readonly index: number;
}

/**
 * The critical point that a start leads to: one of a given index (number of directions down), by following as many eigenvectors up and the
 * others down; or, without one, the nearest of any index, by plain Newton steps.
 *
 * The step is -Σⱼ σⱼ (g·vⱼ) / |λⱼ| vⱼ with σⱼ = -1 for `index` of the eigenvectors (C. Cerjan, W. Miller, J. Chem. Phys. 75 (1981) 2800;
 * J. Yin, L. Zhang, P. Zhang, SIAM J. Sci. Comput. 41 (2019) A3576), in units of each field in which cusps are no steeper than the rest,
 * which leaves the index as it is. A cusp holds a field as in `minimise`. Such steps do not lower anything: some starts lead nowhere, and
 * some to a point of another index; `reason` and `index` say so. Throws `INPUT_INVALID` and `OPTION_INVALID`.
 */
export function criticalPoint(
  potential: Potential,
  start: Vector,
  index: number | null,
  options?: SearchGiven,
): CriticalPoint {
  const { terms, n } = potential;
  const filled = fill(searchFields, options, 'criticalPoint');
  if (index !== null && !(Number.isInteger(index) && index >= 0 && index <= n)) {
    throw new CfcError(
      'OPTION_INVALID',
      `the index is ${describe(index)}`,
      'criticalPoint',
      `Give 0 to ${n}, or null.`,
    );
  }
  const work = sharedWorkspace(n);
  work.phi.set(checkedPoint(start, n));
  const { reason, iterations, index: found } = seekCritical(terms, work, index, filled);
  const { phi, here } = work;
  return { phi: phi.slice(), value: here.value, gradient: steepest(here), iterations, reason, index: found };
}

/** The same from `work.phi`, which it moves. */
export function seekCritical(
  terms: Terms,
  work: Workspace,
  index: number | null,
  { tolerance, maxIterations }: SearchOptions,
): { reason: Reason; iterations: number; index: number } {
  slopesAt(terms, work.phi, work.here);
  let followed: readonly Float64Array[] = [];
  for (let iterations = 0; ; iterations++) {
    const steep = steepest(work.here);
    if (!Number.isFinite(work.here.value) || !Number.isFinite(steep))
      return { reason: 'nonFinite', iterations, index: 0 };
    cuspModel(terms, work);
    const { eigen, unit } = scaledEigen(terms, work);
    const down = eigen.values.filter((value) => value < -1e-8 * largest(eigen.values)).length;
    followed = upward(eigen, index ?? down, down, followed);
    stepAlong(work, eigen, unit, followed);
    const arrived = steep <= tolerance * work.here.size;
    if (arrived && largest(work.step) <= 1e-9 * (1 + largest(work.phi)))
      return { reason: 'converged', iterations, index: down };
    if (iterations === maxIterations) return { reason: 'maxIterations', iterations, index: down };
    tryStep(terms, work);
    move(work);
  }
}

/** Eigenvalues and eigenvectors of the model, in the units that its diagonal of cusps asks for. */
function scaledEigen(terms: Terms, work: Workspace): { eigen: Eigen; unit: Float64Array } {
  const { n } = terms;
  const { phi, here, diagonal, matrix, scale } = work;
  lowerHessian(terms, phi, here, diagonal, matrix);
  const unit = diagonal.map((entry) => 1 / Math.sqrt(Math.max(1, Math.abs(entry) / Math.max(scale, 1e-300))));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) matrix[i * n + j] = matrix[j * n + i] = unit[i]! * unit[j]! * matrix[i * n + j]!;
  }
  return { eigen: jacobiEigen(matrix, n), unit };
}

/**
 * The `index` eigenvectors that are followed up: the lowest, where so many point down; else those that go on from the ones before, or two
 * fields that are lowest in turn would lead each other down.
 */
function upward(
  { vectors }: Eigen,
  index: number,
  down: number,
  before: readonly Float64Array[],
): readonly Float64Array[] {
  if (down >= index || before.length === 0) return vectors.slice(0, index);
  const shared = (vector: Float64Array): number => before.reduce((sum, old) => sum + dot(vector, old) ** 2, 0);
  return [...vectors].sort((one, other) => shared(other) - shared(one)).slice(0, index);
}

/** Puts the step into `work.step`. */
function stepAlong({ slope, step }: Workspace, { values, vectors }: Eigen, unit: Vector, up: readonly Vector[]): void {
  const floor = Math.max(1e-12 * largest(values), 1e-300);
  step.fill(0);
  vectors.forEach((vector, j) => {
    let along = 0;
    for (let i = 0; i < step.length; i++) along += slope[i]! * unit[i]! * vector[i]!;
    // No mode asks for more than 1000: what has no curvature has no place to go to.
    const length = along / Math.max(Math.abs(values[j]!), floor, Math.abs(along) / 1000);
    const signed = up.includes(vector) ? length : -length;
    for (let i = 0; i < step.length; i++) step[i] = step[i]! + signed * unit[i]! * vector[i]!;
  });
  const longest = largest(step);
  if (longest > RADIUS) for (let i = 0; i < step.length; i++) step[i] = (step[i]! * RADIUS) / longest;
}
