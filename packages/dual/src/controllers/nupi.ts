import type { Plain, Rule } from '../contract.js';
import type { NupiSettings } from './options.js';

/**
 * nuPI: an integral and a proportional term on the error and its moving average ξ.
 *
 *     ξ_t = ν ξ_{t-1} + (1 - ν) e_t
 *     λ ← (1 - ρ) λ + η (K_i e_t + K_p (ξ_t - ξ_{t-1}))
 *
 * The proportional term damps: λ falls as soon as the error does, before its sign changes. ν = 0 is PI, K_p = 0 plain ascent, and
 * negative ν contains Nesterov-like momentum. The first step is plain ascent and leaves ξ_0 = 0 (`first: 'zero'`, the paper's form),
 * (1 - ν) e_0 (`smoothed`) or e_0 (`error`); `kick` takes the formula from ξ = 0 at once.
 * Source: M. Sohrabi et al., ICML 2024, arXiv:2406.04558.
 */
export function nupi({ ki, kp, nu, first }: NupiSettings, state?: Plain): Rule {
  let xi = (state ?? (first === 'kick' ? 0 : null)) as number | null;
  const start = (error: number): number => (first === 'zero' ? 0 : first === 'error' ? error : (1 - nu) * error);
  return {
    name: 'nupi',
    apply(cell) {
      const { error } = cell;
      const next = xi === null ? start(error) : nu * xi + (1 - nu) * error;
      const change = xi === null ? 0 : next - xi;
      cell.multiplier = cell.keep * cell.multiplier + cell.rate * (ki * error + kp * change);
      xi = next;
      return null;
    },
    state: () => xi,
  };
}
