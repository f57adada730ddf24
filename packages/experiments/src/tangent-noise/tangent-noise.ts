import { defineExperiment } from '../experiment.js';
import { intervalText } from '../interval.js';
import { type Cell, type Found, cells, measure } from './cells.js';
import { claims } from './claims.js';
import { curveOf } from './curves.js';
import { figure } from './figure.js';
import { STEP, STEPS } from './search.js';

/** Noise along level sets against noise in all directions. */
export const tangentNoiseEscape = defineExperiment<Cell, Found>({
  name: 'tangent-noise',
  title: 'Tangent noise: does exploring along level sets find a way out?',
  question: `Descent with steps of ${STEP} and noise of one length begins in a poor minimum; after ${STEPS} steps it goes on without noise, and has escaped where it ends lower. The noise is isotropic, or tangent to the level set, or tangent and scaled by stall and rotation of the gradient. Landscapes: 2, 8 or 32 double wells -m² + m⁴ - 0.15 m, m = 2η - 1, held together in a ring, all in their upper minimum at first; 16 wells with random fields and couplings, in the worst of ten minima. Which noise escapes more often, at equal length of the noise, and at equal energy that it puts in per step?`,
  cells,
  measure,
  conclude(rows) {
    const landscapes = [...new Set(rows.filter(({ task }) => task === 'escape').map(({ landscape }) => landscape))];
    return {
      claims: claims(rows),
      table: {
        headings: [
          'landscape',
          'length',
          'isotropic: escaped, %',
          'tangent: escaped, %',
          'isotropic: energy per step',
          'tangent: energy per step',
        ],
        rows: landscapes.flatMap((landscape) => {
          const [one, other] = (['isotropic', 'tangent'] as const).map((kind) => curveOf(rows, landscape, kind));
          return one!.map((point, k) => [
            landscape,
            point.length.toFixed(3),
            ...[point, other![k]!].map(({ escaped: { mean, low, high, count } }) =>
              intervalText({ mean: 100 * mean, low: 100 * low, high: 100 * high, count }),
            ),
            ...[point, other![k]!].map(({ rise }) => rise.toPrecision(3)),
          ]);
        }),
      },
      figure: figure(rows),
    };
  },
});
