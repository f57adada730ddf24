import { defineCoupling } from '../contract/definition.js';
import { weight } from './weight.js';

/**
 * Pulls two order parameters together: F = w (a - b)².
 *
 * Proximal operator: the difference shrinks by 1 / (1 + 4 w tau), the mean stays.
 * Source: the Complexity from Constraints prototype.
 */
export const quadratic = defineCoupling({
  name: 'QuadraticCoupling',
  meaning: 'pulls two order parameters together: weight (a - b)²',
  options: { weight },
  energy: (a, b, { weight: w }) => w * (a - b) * (a - b),
  slopes(a, b, { weight: w }, _signals, out) {
    const slope = 2 * w * (a - b);
    out[0] = slope;
    out[1] = -slope;
  },
  bend: (_a, _b, { weight: w }) => [2 * w, 2 * w, 2 * w],
  curvatures(_a, _b, { weight: w }, _signals, out) {
    out[0] = 2 * w;
    out[1] = 2 * w;
    out[2] = -2 * w;
  },
  difference(fromA, fromB, toA, toB, { weight: w }) {
    const change = toA - fromA - (toB - fromB);
    return w * change * (toA - toB + (fromA - fromB));
  },
  prox(a, b, tau, { weight: w }) {
    const middle = 0.5 * (a + b);
    const half = (0.5 * (a - b)) / (1 + 4 * w * tau);
    return [middle + half, middle - half];
  },
  gap: { weight: 'weight', alpha: 1, beta: 1, oneSided: false },
});
