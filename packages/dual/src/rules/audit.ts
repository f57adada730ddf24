import type { Plain, Rule } from '../contract.js';
import { pearson, products } from '../trace/statistics.js';
import type { AuditSettings } from './options.js';

interface AuditState {
  readonly multipliers: number[];
  readonly ease: number[];
}

/**
 * Anti-covariance audit: pauses λ while it moves together with how easy the data are, over a full window: the loss is then being gamed,
 * or λ follows the data.
 *
 * Pairs (λ before the step, ease metric); the statistic is the sample covariance or Pearson's correlation (ddof 1; 0 where one of the
 * two does not vary); above τ the step is skipped. Steps without an ease metric are not audited.
 */
export function audit({ window, tau, stat }: AuditSettings, state?: Plain): Rule {
  const kept = state as unknown as AuditState | undefined;
  const [multipliers, ease] = [[...(kept?.multipliers ?? [])], [...(kept?.ease ?? [])]];
  return {
    name: 'audit',
    apply(cell) {
      if (!Number.isFinite(cell.ease)) return null;
      multipliers.push(cell.multiplier);
      ease.push(cell.ease);
      if (multipliers.length > window) {
        multipliers.shift();
        ease.shift();
      }
      return multipliers.length === window && comovement(multipliers, ease, stat) > tau ? 'audit' : null;
    },
    state: () => ({ multipliers: [...multipliers], ease: [...ease] }),
  };
}

/** Sample covariance or correlation of two lists of one length. */
function comovement(a: readonly number[], b: readonly number[], stat: 'corr' | 'cov'): number {
  const sums = products(a, b);
  return stat === 'cov' ? sums.ab / (a.length - 1) : pearson(sums);
}
