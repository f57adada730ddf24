import { augmentedWeight } from '../penalty/augmented-lagrangian.js';
import type { Line } from './line.js';

/**
 * Factor of the caller's raw gradient: ± weight · slope · λ, or ± weight · slope · [λ + c v]₊; minus for `atLeast`.
 *
 * Without a violation (NaN) the penalty has nothing to say, and λ alone counts.
 */
export function gradientWeight({ settings, normalizer, cell }: Line, multiplier: number, violation: number): number {
  const { sense, weight, slope } = settings;
  const factor = weight * (slope === 'normalizer' ? normalizer.slope() : slope);
  const known = violation === violation;
  const price = known ? augmentedWeight(multiplier, cell.penalty, violation, sense === 'equal') : multiplier;
  return sense === 'atLeast' ? 0 - factor * price : factor * price;
}
