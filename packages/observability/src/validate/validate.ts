import { CfcError, uniforms } from '@cfc/core';
import type { Row } from '../table/row.js';
import { changesOf } from './changes.js';
import { skewness } from './moments.js';

/** How strict the validation is. */
export interface ValidateOptions {
  /** Least share of accepted steps that may not have raised the energy, in (0, 1]; 0.95 by default. */
  readonly share?: number;
  /** Of the bootstrap; 0 by default. */
  readonly seed?: number;
}

/** What the ΔF of a run say. */
export interface Validation {
  /** Whether both claims hold. */
  readonly ok: boolean;
  /** Accepted steps. */
  readonly steps: number;
  /** Share of them with ΔF <= 0; null for no steps. */
  readonly nonPositive: number | null;
  /** What it should be at least. */
  readonly share: number;
  /** g₁ with its 95% interval; null where the ΔF do not vary, or are too few. */
  readonly skewness: { readonly value: number; readonly low: number; readonly high: number } | null;
  /** One sentence for each claim. */
  readonly claims: readonly { readonly claim: string; readonly ok: boolean; readonly seen: string }[];
}

/** Fewer steps than these tell nothing of a tail. */
const FEWEST = 10;
/** Resamples of the bootstrap, and the most numbers that it draws. */
const RESAMPLES = 1000;
const DRAWS = 2e7;

/**
 * Whether a relaxation goes downhill as the theory says: the ΔF of its accepted steps are mostly not positive, and skewed to
 * the negative, many small falls and few large ones. The skewness g₁ = m₃ / m₂^(3/2) counts as negative where its 95%
 * percentile bootstrap interval lies below 0 (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13). Steps
 * depend on each other, which the interval ignores: it says how far single steps decide the sign.
 *
 * @throws `OPTION_INVALID` for a share out of range, `INPUT_INVALID` where no row has a `change`
 */
export function validate(rows: readonly Row[], { share = 0.95, seed = 0 }: ValidateOptions = {}): Validation {
  if (!(share > 0 && share <= 1)) {
    throw new CfcError('OPTION_INVALID', `the share is ${share}`, 'share', 'Give a number above 0, at most 1.');
  }
  if (!rows.some(({ change }) => Number.isFinite(change))) {
    const what = 'the table has no numbers in the column change';
    throw new CfcError('INPUT_INVALID', what, 'validate', 'Record a run by cfc run --out DIR.');
  }
  const changes = changesOf(rows);
  const steps = changes.length;
  const nonPositive = steps === 0 ? null : changes.filter((change) => change <= 0).length / steps;
  const skew = steps < FEWEST ? null : bootstrapped(changes, seed);
  const claims = [
    {
      claim: `at least ${percent(share)} of the accepted steps do not raise the energy`,
      ok: nonPositive !== null && nonPositive >= share,
      seen: nonPositive === null ? 'no step was accepted' : `${percent(nonPositive)} of ${steps}`,
    },
    {
      claim: 'ΔF is skewed to the negative',
      ok: skew !== null && skew.high < 0,
      seen: seen(skew, steps),
    },
  ];
  return { ok: claims.every(({ ok }) => ok), steps, nonPositive, share, skewness: skew, claims };
}

function bootstrapped(changes: Float64Array, seed: number): Validation['skewness'] {
  const value = skewness(changes);
  if (value === null) return null;
  const size = changes.length;
  const found: number[] = [];
  const sample = new Float64Array(size);
  for (let k = 0; k < Math.max(200, Math.min(RESAMPLES, DRAWS / size)); k++) {
    const draw = uniforms(seed, k);
    for (let i = 0; i < size; i++) sample[i] = changes[Math.floor(draw(i) * size)]!;
    const one = skewness(sample);
    if (one !== null) found.push(one);
  }
  found.sort((a, b) => a - b);
  const quantile = (p: number): number => found[Math.round(p * (found.length - 1))] ?? value;
  return { value, low: quantile(0.025), high: quantile(0.975) };
}

const percent = (share: number): string => `${Number((100 * share).toPrecision(4))}%`;

function seen(skew: Validation['skewness'], steps: number): string {
  if (steps < FEWEST) return `${steps} accepted steps are too few to tell, at least ${FEWEST} are needed`;
  if (skew === null) return 'all ΔF are equal';
  const [value, low, high] = [skew.value, skew.low, skew.high].map((x) => x.toPrecision(3));
  return `skewness ${value}, 95% interval ${low} to ${high}`;
}
