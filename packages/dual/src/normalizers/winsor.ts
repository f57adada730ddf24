import { choice, number, type Options } from '@cfc/core';
import type { Plain } from '../contract.js';
import { reading, referenceFields } from './reference.js';
import type { Score } from './score.js';
import type { Window } from './window.js';

export const winsorFields = {
  ...referenceFields,
  tau: number(3, 'bound of |x̂|', { above: 0 }),
  center: choice('median', ['median', 'mean'], 'm'),
  scale: choice(
    'std',
    ['std', 'mad'],
    's: standard deviation (divided by n), or 1.4826 times the median absolute deviation',
  ),
};

/** 1 / Φ⁻¹(3/4): makes the median absolute deviation of normal values their standard deviation. */
const CONSISTENT = 1.482602218505602;

/**
 * Winsorised score in a window: x̂ = clip((x - m) / s, -τ, τ); 0 where s is 0.
 *
 * Options: `window` >= 2 (50,000), `tau` > 0 (3), `center` median or mean (median), `scale` std or mad (std), and what
 * `reference.ts` says of frozen windows. The deviation `mad` is taken from the median, whatever the centre.
 */
export function winsor(options: Options<typeof winsorFields>, state?: Plain): Score {
  const { tau, center, scale } = options;
  const spread = (window: Window): number =>
    scale === 'std' ? window.moments!.deviation : CONSISTENT * window.medianDeviation();
  const score = (value: number, window: Window): number => {
    if (window.size < 2) return 0;
    const s = spread(window);
    if (!(s > 0 && s < Infinity)) return 0;
    const m = center === 'mean' ? window.moments!.mean : window.median();
    return Math.max(-tau, Math.min(tau, (value - m) / s));
  };
  const slope = (window: Window): number => {
    const s = window.size < 2 ? 0 : spread(window);
    return s > 0 ? 1 / s : 0;
  };
  const parts = { sorted: center === 'median' || scale === 'mad', moments: center === 'mean' || scale === 'std' };
  return reading(options, parts, { score, fresh: score, slope }, state);
}
