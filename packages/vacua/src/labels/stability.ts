import type { Spectrum } from './spectrum.js';

/**
 * What a draw turned out to be.
 *
 * - `stable`: a minimum, and nothing lower is known
 * - `metastable`: a minimum, and something lower is known: another minimum, or V falls below it far out
 * - `marginal`: no direction down, and at least one flat one
 * - `saddle`: a critical point with directions up and down
 * - `unstable`: a critical point with nothing but directions down
 * - `runaway`: the fields grow without limit while V falls
 * - `failed`: no critical point was found, for the reason that stands beside it
 */
export const stabilities = ['stable', 'metastable', 'marginal', 'saddle', 'unstable', 'runaway', 'failed'] as const;

/** One of the classes `stabilities`. */
export type Stability = (typeof stabilities)[number];

/** The class of a critical point by the signs of its curvatures alone. A direction down counts before flat ones. */
export function stabilityOf({ eigenvalues, negative, flat }: Spectrum): Stability {
  if (negative > 0) return negative === eigenvalues.length ? 'unstable' : 'saddle';
  return flat > 0 ? 'marginal' : 'stable';
}
