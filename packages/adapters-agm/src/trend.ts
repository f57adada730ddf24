import { relativeChanges } from './relative-changes.js';

/** How many of the last changes the line is laid through. */
export const SPAN = 5;

/**
 * Where a relaxation is heading: the slope, per step, of the least-squares line through the last five values of
 * 1 - relative change. Above 0 where it settles, below 0 where it wakes up; 0 for fewer than six energies.
 *
 * @param history energies of accepted steps, in order
 * @throws `INPUT_INVALID` for an energy that is not finite
 */
export const trend = (history: readonly number[]): number => slopeOf(relativeChanges(history).slice(-SPAN));

/** The trend of the last five relative changes; 0 for fewer. With x from -2 to 2 the slope is Σ x y / Σ x². */
export function slopeOf(changes: readonly number[]): number {
  if (changes.length < SPAN) return 0;
  const [first, second, , fourth, fifth] = changes as [number, number, number, number, number];
  return (2 * first + second - fourth - 2 * fifth) / 10;
}
