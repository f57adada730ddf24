import { type BandPoint, bandData, bands } from '../bands.js';

const x = { title: 'branches kept, k', scale: { type: 'log', base: 2 }, axis: { values: [1, 2, 4, 8, 16] } };
const size = { width: 250, height: 180 };

/** How far the ends lie above the best one, by method; and how much the branches alive have in common, and weigh. */
export function figureOf(
  gaps: readonly BandPoint[],
  common: readonly BandPoint[],
  effective: readonly BandPoint[],
): Readonly<Record<string, unknown>> {
  return {
    vconcat: [
      {
        data: bandData(gaps),
        facet: { column: { field: 'kind', type: 'nominal', title: null } },
        spec: bands({ x, y: { title: 'total above the best end (energy)' }, ...size }),
      },
      {
        hconcat: [
          { data: bandData(common), ...bands({ x, y: { title: 'share of acceptances in common' }, ...size }) },
          { data: bandData(effective), ...bands({ x, y: { title: 'branches in effect' }, ...size }) },
        ],
      },
    ],
    resolve: { scale: { color: 'independent' } },
  };
}
