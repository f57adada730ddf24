import { CfcError, type Vector } from '@cfc/core';
import { gradedValues, symmetricValues } from '../linear/eigenvalues.js';
import { cuspDiagonal, lowerHessian, plainDiagonal } from '../potential/hessian.js';
import { type Potential, checkedPoint } from '../potential/potential.js';
import { slopesAt } from '../potential/slopes.js';
import type { Terms } from '../potential/terms.js';
import { type Workspace, sharedWorkspace } from '../minimise/workspace.js';

/** The eigenvalues of the Hessian at a point, and how many of them are above, below and within the threshold. */
export interface Spectrum {
  /** Ascending. */
  readonly eigenvalues: readonly number[];
  /** Largest |eigenvalue| of the Hessian without the diagonal of the cusps. */
  readonly scale: number;
  /** max(1e-8 · scale, 1e-12): an eigenvalue of no larger magnitude is flat. */
  readonly threshold: number;
  readonly positive: number;
  readonly negative: number;
  readonly flat: number;
  /** max|λ| / min|λ|; null where an eigenvalue is 0. */
  readonly condition: number | null;
}

/** The spectrum of a potential at a point. Throws `INPUT_INVALID`, also where the Hessian is not finite. */
export function spectrumOf({ terms, n }: Potential, phi: Vector): Spectrum {
  const work = sharedWorkspace(n);
  work.phi.set(checkedPoint(phi, n));
  slopesAt(terms, work.phi, work.here);
  const spectrum = spectrumAt(terms, work);
  if (spectrum !== null) return spectrum;
  throw new CfcError(
    'INPUT_INVALID',
    'the Hessian is not finite',
    'point',
    'Give a point at which V can be evaluated.',
  );
}

/** The spectrum at `work.phi`, whose slopes are in `work.here`; null where a number is not finite. */
export function spectrumAt(terms: Terms, work: Workspace): Spectrum | null {
  const { n } = terms;
  const { phi, here, diagonal, slope, matrix, step } = work;
  plainDiagonal(terms, phi, here, diagonal);
  lowerHessian(terms, phi, here, diagonal, matrix);
  if (!symmetricValues(matrix, n, step)) return null;
  const scale = Math.max(Math.abs(step[0]!), Math.abs(step[n - 1]!));
  const [least, most] = cuspDiagonal(terms, phi, here, slope);
  // All fields deep in their cusps, or none near one: the cusps add the same number to all eigenvalues.
  if (most - least <= 1e-16 * Math.max(scale, most)) {
    for (let i = 0; i < n; i++) step[i] = step[i]! + most;
    return counted(step, scale);
  }
  for (let i = 0; i < n; i++) diagonal[i] = diagonal[i]! + slope[i]!;
  lowerHessian(terms, phi, here, diagonal, matrix);
  return gradedValues(matrix, n, 1e3 * scale, step) ? counted(step, scale) : null;
}

function counted(values: Float64Array, scale: number): Spectrum | null {
  const threshold = Math.max(1e-8 * scale, 1e-12);
  let positive = 0;
  let negative = 0;
  let least = Infinity;
  let most = 0;
  const eigenvalues: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    eigenvalues.push(value);
    if (value > threshold) positive++;
    else if (value < -threshold) negative++;
    least = Math.min(least, Math.abs(value));
    most = Math.max(most, Math.abs(value));
  }
  if (!Number.isFinite(most)) return null;
  const condition = Number.isFinite(most / least) ? most / least : null;
  return {
    eigenvalues,
    scale,
    threshold,
    positive,
    negative,
    flat: eigenvalues.length - positive - negative,
    condition,
  };
}
