import { choice, type Options } from '@cfc/core';
import type { Plain } from '../contract.js';
import { quantile } from './quantiles.js';
import { reading, referenceFields } from './reference.js';
import type { Score } from './score.js';
import type { Window } from './window.js';

export const rankFields = {
  ...referenceFields,
  ties: choice('mid', ['mid', 'max', 'min'], 'which of its equals a value counts as above: half, all, or none'),
};

/**
 * Rank in a window: x̂ = 2 F(x) - 1 in [-1, 1], F(x) = (#{xᵢ < x} + ½ #{xᵢ = x}) / n with the value itself among the xᵢ.
 *
 * With `ties: 'max'` F counts all equals, and a constant loss looks maximally violated; with `min` none of them. The slope is
 * that of the line through the quartiles, 1 / IQR.
 *
 * Options: `window` >= 2 (50,000), `ties` mid, max or min (mid), and what `reference.ts` says of frozen windows.
 */
export function rank(options: Options<typeof rankFields>, state?: Plain): Score {
  const { ties } = options;
  const score = (value: number, { sorted, size }: Window): number => {
    if (size < 2) return 0;
    const below = ties === 'max' ? 0 : sorted!.below(value);
    const upTo = ties === 'min' ? 0 : sorted!.upTo(value);
    return (ties === 'mid' ? below + upTo : 2 * (below + upTo)) / size - 1;
  };
  const fresh = (_value: number, { sorted, size }: Window): number => {
    if (size < 2) return 0;
    const { lower, upper } = sorted!;
    return (ties === 'mid' ? lower + upper : 2 * (ties === 'max' ? upper : lower)) / size - 1;
  };
  return reading(options, { sorted: true }, { score, fresh, slope }, state);
}

function slope({ sorted, size }: Window): number {
  if (size < 2) return 0;
  const at = (k: number): number => sorted!.at(k);
  const range = quantile(at, size, 0.75) - quantile(at, size, 0.25);
  return range > 0 ? 1 / range : 0;
}
