import { defineCoupling } from '../contract/definition.js';
import { number } from '../options/field.js';
import { hingeBend, hingeCurvatures, hingeDifference, hingeEnergy, hingeProx, hingeSlopes } from './hinge.js';
import { weight } from './weight.js';

/**
 * A hinge with a scale on either side: F = w max(0, β b - α a)².
 *
 * Source: the Complexity from Constraints prototype (there `alpha_i`, `beta_j`).
 */
export const asymmetricHinge = defineCoupling({
  name: 'AsymmetricHingeCoupling',
  meaning: 'asks alpha·a not to fall below beta·b: weight max(0, beta·b - alpha·a)²',
  options: {
    weight,
    alpha: number(1, 'scale of the first order parameter in the gap', { min: 0 }),
    beta: number(1, 'scale of the second order parameter in the gap', { min: 0 }),
  },
  energy: (a, b, { weight: w, alpha, beta }) => hingeEnergy(a, b, w, alpha, beta),
  slopes: (a, b, { weight: w, alpha, beta }, _signals, out) => {
    hingeSlopes(a, b, w, alpha, beta, out);
  },
  bend: (_a, _b, { weight: w, alpha, beta }) => hingeBend(w, alpha, beta),
  curvatures: (a, b, { weight: w, alpha, beta }, _signals, out) => {
    hingeCurvatures(a, b, w, alpha, beta, out);
  },
  difference: (fromA, fromB, toA, toB, { weight: w, alpha, beta }) =>
    hingeDifference(fromA, fromB, toA, toB, w, alpha, beta),
  prox: (a, b, tau, { weight: w, alpha, beta }) => hingeProx(a, b, tau, w, alpha, beta),
  gap: { weight: 'weight', alpha: 'alpha', beta: 'beta', oneSided: true },
});
