/**
 * Multipliers on their way back to 1 after `steps` of `anneal` accepted steps: m^(1 - steps / anneal), so that ln m falls evenly.
 * They stay as they are where `anneal` is 0.
 */
export function faded(multipliers: readonly number[], steps: number, anneal: number): Float64Array {
  const left = anneal === 0 ? 1 : Math.max(0, 1 - steps / anneal);
  return Float64Array.from(multipliers, (m) => (left === 0 ? 1 : m ** left));
}
