import { CfcError, type Vector } from '@cfc/core';
import { gradedValues, symmetricValues } from '../linear/eigenvalues.js';
import { addCusps, lowerHessian, plainDiagonal } from '../potential/hessian.js';
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
  const { phi, here, diagonal, matrix, step } = work;
  plainDiagonal(terms, phi, here, diagonal);
  lowerHessian(terms, phi, here, diagonal, matrix);
  if (!symmetricValues(matrix, n, step)) return null;
  const scale = Math.max(Math.abs(step[0]!), Math.abs(step[n - 1]!));
  addCusps(terms, phi, here, diagonal);
  lowerHessian(terms, phi, here, diagonal, matrix);
  if (!gradedValues(matrix, n, 1e3 * scale, step)) return null;
  return counted(Array.from(step), scale);
}

function counted(eigenvalues: readonly number[], scale: number): Spectrum | null {
  const threshold = Math.max(1e-8 * scale, 1e-12);
  let [positive, negative, least, most] = [0, 0, Infinity, 0];
  for (const value of eigenvalues) {
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
