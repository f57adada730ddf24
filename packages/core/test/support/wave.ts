import { defineCoupling, number } from '../../src/index.js';

/** A coupling as a third party would write it: not convex, no packed loop, a bound of its own. */
export const wave = defineCoupling({
  name: 'WaveCoupling',
  meaning: 'weight (1 - cos(4 (a - b)))',
  options: { weight: number(1, 'its strength', { min: 0 }) },
  energy: (a, b, { weight }) => weight * (1 - Math.cos(4 * (a - b))),
  slopes(a, b, { weight }, _signals, out) {
    out[0] = 4 * weight * Math.sin(4 * (a - b));
    out[1] = -out[0];
  },
  bend: (_a, _b, { weight }) => [16 * weight, 16 * weight, 16 * weight],
  curvatures(a, b, { weight }, _signals, out) {
    const bent = 16 * weight * Math.cos(4 * (a - b));
    out[0] = bent;
    out[1] = bent;
    out[2] = -bent;
  },
});
