import { defineCoupling } from '../contract/definition.js';
import { hingeBend, hingeCurvatures, hingeDifference, hingeEnergy, hingeProx, hingeSlopes } from './hinge.js';
import { weight } from './weight.js';

/**
 * Asks a not to fall below b: F = w max(0, b - a)².
 *
 * Source: the Complexity from Constraints prototype.
 */
export const directedHinge = defineCoupling({
  name: 'DirectedHingeCoupling',
  meaning: 'asks a not to fall below b: weight max(0, b - a)²',
  options: { weight },
  energy: (a, b, { weight: w }) => hingeEnergy(a, b, w, 1, 1),
  slopes: (a, b, { weight: w }, _signals, out) => {
    hingeSlopes(a, b, w, 1, 1, out);
  },
  bend: (_a, _b, { weight: w }) => hingeBend(w, 1, 1),
  curvatures: (a, b, { weight: w }, _signals, out) => {
    hingeCurvatures(a, b, w, 1, 1, out);
  },
  difference: (fromA, fromB, toA, toB, { weight: w }) => hingeDifference(fromA, fromB, toA, toB, w, 1, 1),
  prox: (a, b, tau, { weight: w }) => hingeProx(a, b, tau, w, 1, 1),
  gap: { weight: 'weight', alpha: 1, beta: 1, oneSided: true },
});
