/**
 * ΔF90: the index, from 1, of the first energy at or below E₁ - 0.9 (E₁ - min E).
 *
 * @param energies of the accepted steps, in order
 * @returns null where there is none
 */
export function deltaF90(energies: readonly number[]): number | null {
  const first = energies[0];
  if (first === undefined) return null;
  const least = energies.reduce((low, energy) => Math.min(low, energy));
  const target = first - 0.9 * (first - least);
  return energies.findIndex((energy) => energy <= target) + 1;
}
