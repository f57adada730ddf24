import type { Plan } from '../contract/relax.js';
import type { CompiledSystem, TermSums } from '../contract/system.js';

/**
 * Makes room for the sums of the terms where an observer reads them at every step, else null.
 *
 * @param again whether it may be the same room every time
 */
export function watched(
  { terms: { length } }: CompiledSystem,
  { observers = [] }: Plan,
  again: boolean,
): (() => TermSums) | null {
  if (!observers.some(({ needs }) => needs?.includes('termSums'))) return null;
  const room = (): TermSums => ({ energies: new Float64Array(length), norms: new Float64Array(length) });
  const one = room();
  return again ? () => one : room;
}
