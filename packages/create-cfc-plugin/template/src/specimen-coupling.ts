import { defineCoupling, number } from '@cfc/core';

/**
 * Two shares of one budget: F = weight max(0, a + b - limit)².
 *
 * Options: `weight` >= 0 (1), `limit` >= 0 (1).
 *
 * @example
 * const budget = specimenCoupling({ weight: 4 });
 */
export const specimenCoupling = defineCoupling({
  name: 'SpecimenCoupling',
  meaning: 'asks a + b not to exceed a limit: weight max(0, a + b - limit)²',
  options: {
    weight: number(1, 'strength of the coupling', { min: 0 }),
    limit: number(1, 'what both may use together', { min: 0 }),
  },
  energy: (a, b, { weight, limit }) => weight * over(a, b, limit) ** 2,
  // Returns nothing: dF/da and dF/db are written into out.
  slopes(a, b, { weight, limit }, _signals, out) {
    out[0] = out[1] = 2 * weight * over(a, b, limit);
  },
  // Upper bounds of |d²F/da²|, |d²F/db²|, |d²F/da db|; the same at every (a, b), so they are asked for once.
  bend: (_a, _b, { weight }) => [2 * weight, 2 * weight, 2 * weight],
  constantBend: true,
  // The second derivatives themselves, in that order.
  curvatures(a, b, { weight, limit }, _signals, out) {
    out.fill(a + b > limit ? 2 * weight : 0);
  },
  // F(to) - F(from) without cancellation.
  difference(fromA, fromB, toA, toB, { weight, limit }) {
    const before = over(fromA, fromB, limit);
    const after = over(toA, toB, limit);
    const change = before > 0 && after > 0 ? toA - fromA + (toB - fromB) : after - before;
    return weight * change * (after + before);
  },
});

const over = (a: number, b: number, limit: number): number => Math.max(0, a + b - limit);
