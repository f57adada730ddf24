import { type BandPoint, bands } from '../bands.js';

/** A point of one kind of world. */
export interface KindPoint extends BandPoint {
  readonly kind: string;
}

const across = {
  x: 'branches kept, k',
  scaleX: { type: 'log', base: 2 },
  axisX: { values: [1, 2, 4, 8, 16] },
  width: 250,
  height: 200,
};

/** How far the ends lie above the best one, by method; and how much the branches alive have in common, and weigh. */
export function figureOf(
  gaps: readonly KindPoint[],
  common: readonly KindPoint[],
  effective: readonly KindPoint[],
): Readonly<Record<string, unknown>> {
  const kinds = [...new Set(gaps.map(({ kind }) => kind))];
  // One scale for all kinds, so that rounding does not fill a panel.
  const domain = [Math.min(...gaps.map(({ low }) => low)), Math.max(...gaps.map(({ high }) => high))];
  const above = (kind: string) =>
    bands(
      gaps.filter((point) => point.kind === kind),
      { ...across, title: kind, y: 'above the best end (energy)', of: 'method', scaleY: { domain, nice: true } },
    );
  return {
    vconcat: [
      { hconcat: kinds.map(above) },
      {
        hconcat: [
          bands(common, { ...across, y: 'share in common', of: 'world' }),
          bands(effective, { ...across, y: 'branches in effect', of: 'world' }),
        ],
        resolve: { scale: { color: 'shared' } },
      },
    ],
    resolve: { scale: { color: 'independent' } },
  };
}
