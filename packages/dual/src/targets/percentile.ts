import { CfcError, choice, integer, list, number, type Options } from '@cfc/core';
import type { Plain } from '../contract.js';
import { quantile } from '../normalizers/quantiles.js';
import type { TargetRule } from './rule.js';

export const percentileFields = {
  p: number(90, 'percentile of the baseline', { min: 0, max: 100 }),
  baseline: list([], 'values of the baseline; without them it is gathered'),
  gather: integer(1000, 'first accepted values that make the baseline', { min: 1 }),
  of: choice('raw', ['raw', 'normalized'], 'which value of a step goes into a gathered baseline'),
};

/**
 * Percentile `p` of a baseline that is frozen, by linear interpolation (type 7 of Hyndman and Fan). No target, and so no
 * update, until the baseline is there.
 *
 * A baseline of raw losses goes with the normalizer `none`; ranks in a moving window have the same percentiles whatever the
 * loss, so a baseline of normalised values makes sense against a frozen window only.
 *
 * Options: `p` in [0, 100] (90); `baseline`, or `gather` >= 1 (1,000) values `of` raw or normalized (raw).
 */
export function percentile(options: Options<typeof percentileFields>, state?: Plain): TargetRule {
  const { p, baseline, gather, of } = options;
  const full = baseline.length > 0 ? baseline.length : gather;
  const values = baseline.length > 0 ? [...baseline] : valuesOf(state, gather);
  let known: number | null = null;
  const settle = (): void => {
    if (values.length < full) return;
    const sorted = Float64Array.from(values).sort();
    known = quantile((k) => sorted[k]!, full, p / 100);
  };
  settle();
  return {
    at: () => known,
    observe(raw, normalized) {
      if (known !== null) return;
      values.push(of === 'raw' ? raw : normalized);
      settle();
    },
    state: () => (baseline.length > 0 ? null : { values: [...values] }),
  };
}

function valuesOf(state: Plain | undefined, most: number): number[] {
  if (state === undefined) return [];
  const values = (state as { readonly values?: unknown } | null)?.values;
  if (Array.isArray(values) && values.length <= most && values.every(Number.isFinite)) return [...(values as number[])];
  throw new CfcError('INPUT_INVALID', `the baseline is not ${most} or fewer finite numbers`, 'target.values');
}
