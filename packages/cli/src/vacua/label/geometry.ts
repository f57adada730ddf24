import type { GeometryNumbers } from '@cfc/vacua';

/** What a label needs to know of a geometry: last what it sets of the parameters, where it sets any. */
export type GeometryId = readonly [id: string, moduli: number, numbers?: GeometryNumbers];

/** What geometry can set in place of draws, by the name that `--geometry` knows it by. */
export const geometryNumbers = ['c2', 'intersections', 'euler'] as const;

/** One of `geometryNumbers`. */
export type GeometryNumber = (typeof geometryNumbers)[number];
