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
export function nupi(settings: NupiSettings, state?: Plain): Rule {
  const { ki, kp, nu } = settings;
  let xi = (state ?? (settings.first === 'kick' ? 0 : null)) as number | null;
  return {
    name: 'nupi',
    apply(cell) {
      const { error } = cell;
      const next = xi === null ? firstAverage(settings, error) : nu * xi + (1 - nu) * error;
      const change = xi === null ? 0 : next - xi;
      cell.multiplier = cell.keep * cell.multiplier + cell.rate * (ki * error + kp * change);
      xi = next;
      return null;
    },
    state: () => xi,
  };
}

/** ξ after the first step, by the error of that step. */
export const firstAverage = ({ first, nu }: NupiSettings, error: number): number =>
  first === 'zero' ? 0 : first === 'error' ? error : (1 - nu) * error;
