import { bands } from '../bands.js';
import { groups } from '../groups.js';
import { overSeeds, total } from '../over-seeds.js';
import { type Found, METHODS } from './cells.js';

/** Errors among early elements over their noise by method, and what context corrects and breaks. */
export function figure(rows: readonly Found[]): Readonly<Record<string, unknown>> {
  const percent = (some: readonly Found[], column: 'wrongEarly' | 'correctedEarly' | 'brokenEarly') =>
    overSeeds(some, (own) => (100 * total(own, (row) => row[column])) / total(own, ({ early }) => early));
  const lines = METHODS.flatMap((method) =>
    [
      ...groups(
        rows.filter((row) => row.method === method),
        ({ noise }) => noise,
      ),
    ].map(([x, some]) => ({ x, method, some })),
  );
  const x = 'noise of the early elements, σ';
  const scaleX = { zero: true };
  return {
    hconcat: [
      bands(
        lines
          .filter(({ method }) => method !== 'prefix energy')
          .map(({ x, method, some }) => ({ x, of: method, ...percent(some, 'wrongEarly') })),
        { title: 'early errors', x, y: 'wrong early elements, %', of: 'decided by', scaleX },
      ),
      bands(
        lines
          .filter(({ method }) => method.startsWith('context'))
          .flatMap(({ x, method, some }) => [
            { x, of: `corrected, ${method}`, ...percent(some, 'correctedEarly') },
            { x, of: `broken, ${method}`, ...percent(some, 'brokenEarly') },
          ]),
        { title: 'early revisions', x, y: 'revised early elements, %', of: 'early elements', scaleX },
      ),
    ],
    resolve: { scale: { color: 'independent' } },
  };
}
