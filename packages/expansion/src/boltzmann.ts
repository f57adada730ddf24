import { CfcError, describe } from '@cfc/core';

/**
 * Boltzmann's weights of alternatives: w_i = e^{-E_i / T} / Σ_j e^{-E_j / T}. At T = 0 the lowest has all, equals share it.
 *
 * @param energies finite
 * @param temperature T >= 0, in units of energy
 * @throws `INPUT_INVALID`
 */
export function boltzmann(energies: readonly number[], temperature: number): readonly number[] {
  if (!(temperature >= 0) || !energies.every(Number.isFinite)) {
    const what = `energies ${energies.join(', ')} at the temperature ${describe(temperature)}`;
    throw new CfcError('INPUT_INVALID', what, 'boltzmann', 'Give finite energies and a temperature >= 0.');
  }
  const least = Math.min(...energies);
  const factors = energies.map((energy) => {
    return energy === least ? 1 : temperature === 0 ? 0 : Math.exp((least - energy) / temperature);
  });
  const sum = factors.reduce((total, factor) => total + factor, 0);
  return factors.map((factor) => factor / sum);
}

/** How many alternatives share the weight, 1 / Σ w²: n where all have the same, 1 where one has all; 0 for none. */
export function effectiveCount(weights: readonly number[]): number {
  const squares = weights.reduce((sum, weight) => sum + weight * weight, 0);
  return squares === 0 ? 0 : 1 / squares;
}
