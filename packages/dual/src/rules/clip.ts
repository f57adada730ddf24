import type { Rule } from '../contract.js';

/** Keeps λ in [0, λ_max], that of an equality in [-λ_max, λ_max]. Always the last of the chain. */
export function clip(max: number, signed: boolean): Rule {
  const lower = signed ? -max : 0;
  return {
    name: 'clip',
    apply(cell) {
      cell.multiplier = Math.min(max, Math.max(lower, cell.multiplier));
      return null;
    },
  };
}
