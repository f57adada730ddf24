import { defineCoupling } from '../contract/definition.js';
import { text } from '../options/field.js';
import { clip } from '../numeric/vector.js';
import { weight } from './weight.js';

/**
 * Rewards an open gate where the domain improves: F = -w · a · Δ, with Δ the named signal. The gate
 * comes first in `between`; the second module says whose improvement it is and does not enter.
 *
 * Source: the Complexity from Constraints prototype.
 */
export const gateBenefit = defineCoupling({
  name: 'GateBenefitCoupling',
  meaning: 'rewards opening the gate a: -weight · a · signal',
  options: { weight, signal: text('delta_eta_domain', 'name of the signal that holds the improvement') },
  signals: ({ signal }) => [signal],
  energy: (a, _b, { weight: w, signal }, signals) => -w * a * signals[signal]!,
  slopes(_a, _b, { weight: w, signal }, signals, out) {
    out[0] = -w * signals[signal]!;
    out[1] = 0;
  },
  bend: () => [0, 0, 0],
  constantBend: true,
  curvatures(_a, _b, _options, _signals, out) {
    out.fill(0);
  },
  difference: (fromA, _fromB, toA, _toB, { weight: w, signal }, signals) => -w * (toA - fromA) * signals[signal]!,
  prox: (a, b, tau, { weight: w, signal }, signals) => [clip(a + tau * w * signals[signal]!), b],
  fold: ({ weight: w, signal }, signals) => ({ h: w * signals[signal]!, a: 0, b: 0 }),
});
