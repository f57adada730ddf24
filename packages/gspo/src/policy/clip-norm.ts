import { CfcError, describe, norm } from '@cfc/core';

/**
 * Shortens a gradient to the length `most`, in place, where it is longer.
 *
 * @returns the length it had; throws `INPUT_INVALID` where that is not finite
 */
export function clipNorm(gradient: Float64Array, most: number): number {
  const length = norm(gradient);
  if (!Number.isFinite(length)) {
    const what = `the length of the gradient is ${describe(length)}`;
    throw new CfcError('INPUT_INVALID', what, 'the policy', 'Start anew with a smaller rate.');
  }
  if (length > most) for (let k = 0; k < gradient.length; k++) gradient[k] = gradient[k]! * (most / length);
  return length;
}
