import { defineModule } from '../contract/definition.js';
import { number } from '../options/field.js';
import { unitInterval } from './unit-interval.js';

/**
 * Landau's free energy of an order parameter: F = a η² + b η⁴ - h η.
 *
 * With h = 0 the ordered phase η = √(-a / 2b) appears where a < 0. The input is η itself.
 * Source: L. D. Landau, On the theory of phase transitions (1937); the Complexity from Constraints prototype.
 */
export const landau = defineModule({
  name: 'LandauModule',
  meaning: "Landau's free energy a η² + b η⁴ - h η; its input is η itself",
  options: {
    a: number(1, 'quadratic coefficient; below 0 the ordered phase is stable'),
    b: number(1, 'quartic coefficient', { min: 0 }),
    h: number(0, 'field that favours order where positive'),
  },
  eta: unitInterval,
  energy: (eta, { a, b, h }) => eta * (eta * (a + b * eta * eta) - h),
  slope: (eta, { a, b, h }) => eta * (2 * a + 4 * b * eta * eta) - h,
  curvature: (eta, { a, b }) => 2 * a + 12 * b * eta * eta,
  bend: (_eta, { a, b }) => Math.max(Math.abs(2 * a), Math.abs(2 * a + 12 * b)),
  difference(from, to, { a, b, h }) {
    const sum = to + from;
    return (to - from) * (sum * (a + b * (to * to + from * from)) - h);
  },
  fold: ({ a, b, h }) => ({ a, b, h }),
});
