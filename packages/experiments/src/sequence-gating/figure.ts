import { bands } from '../bands.js';
import { groups } from '../groups.js';
import { overSeeds, total } from '../over-seeds.js';
import type { Found, Policy } from './cells.js';

const shown: readonly Policy[] = ['gate as read', 'gates of neighbours coupled', 'random, same rate'];

/** What gates gain less than those that know the true gains, and how many of their openings are good, over the pairs that are read. */
export function figure(rows: readonly Found[]): Readonly<Record<string, unknown>> {
  const ideal = groups(
    rows.filter(({ policy }) => policy === 'true gain'),
    ({ seed }) => seed,
  );
  const missed = (own: readonly Found[]): number =>
    ideal.get(own[0]!.seed)![0]!.value - total(own, ({ value }) => value);
  const lines = shown.flatMap((of) =>
    [
      ...groups(
        rows.filter(({ policy }) => policy === of),
        ({ samples }) => samples,
      ),
    ].map(([x, some]) => ({ x, of, some })),
  );
  const x = 'pairs read of each window';
  const scaleX = { type: 'log', base: 2 };
  return {
    hconcat: [
      bands(
        lines
          .filter(({ of }) => of !== 'random, same rate')
          .map(({ x, of, some }) => ({ x, of, ...overSeeds(some, missed) })),
        { title: 'what is missed', x, y: 'energy per stream', of: 'gates', order: shown, scaleX },
      ),
      bands(
        lines.map(({ x, of, some }) => ({
          x,
          of,
          ...overSeeds(some, (own) => total(own, ({ goodBadRatio }) => goodBadRatio) / own.length),
        })),
        { title: 'openings that pay', x, y: 'good to bad openings', of: 'gates', order: shown, scaleX },
      ),
    ],
  };
}
