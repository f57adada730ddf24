import { regrets } from '@cfc/modules-game';
import { coordinate } from './coordinate.js';
import { costOfPlay } from './play.js';
import { field, gameOf, optimum, pure } from './stations.js';

export interface Estimate {
  readonly mean: number;
  /** Half of the 95% interval. */
  readonly half: number;
}
const CARES = [0, 0.25, 0.5, 0.75, 1];
const STARTS = 8;

const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const fewest = (values: readonly number[]): number => Math.min(...values);

function estimate(values: readonly number[]): Estimate {
  const mean = average(values);
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, half: 1.96 * Math.sqrt(variance / values.length) };
}

/** Costs as multiples of the least, over the fields of some seeds. */
export function measured(seeds: readonly number[]) {
  const fields = seeds.map((seed) => field(seed));
  const least = fields.map((one) => optimum(one).cost);
  const plays = CARES.map((care) =>
    fields.map((one, k) => Array.from({ length: STARTS }, (_, start) => costOfPlay(one, care, start) / least[k]!)),
  );
  const relaxed = fields.map((one, k) =>
    coordinate(one, STARTS).map(({ cost, choice }) => ({ choice, ratio: cost / least[k]! })),
  );
  const costs = relaxed.map((all) => all.map(({ ratio }) => ratio));
  const leaving = fields.map(
    (one, k) => regrets(gameOf(one), pure(relaxed[k]![0]!.choice)).filter((r) => r > 1e-9).length,
  );
  const over = (all: readonly (readonly number[])[], of: (values: readonly number[]) => number): Estimate =>
    estimate(all.map(of));
  return {
    play: CARES.map((care, c) => ({ care, mean: over(plays[c]!, average), best: over(plays[c]!, fewest) })),
    worst: over(plays[0]!, (values) => Math.max(...values)),
    relaxed: {
      mean: over(costs, average),
      best: over(costs, fewest),
      worst: over(costs, (values) => Math.max(...values)),
    },
    gain: {
      mean: estimate(plays[0]!.map((all, k) => average(all) - average(costs[k]!))),
      best: estimate(plays[0]!.map((all, k) => fewest(all) - fewest(costs[k]!))),
    },
    regretful: average(leaving),
  };
}

/** The picture: what play costs by how much each minds the others, and what coordination costs. */
export function anarchy({ play, relaxed }: ReturnType<typeof measured>): object {
  const round = (value: number): number => Math.round(1000 * value) / 1000;
  const row = (care: number, what: string, { mean, half }: Estimate) => ({
    care,
    what,
    ratio: round(mean),
    low: round(mean - half),
    high: round(mean + half),
  });
  const values = play.flatMap(({ care, mean, best }) => [
    row(care, 'play, mean of 8', mean),
    row(care, 'play, best of 8', best),
    row(care, 'coordination, mean of 8', relaxed.mean),
    row(care, 'coordination, best of 8', relaxed.best),
  ]);
  const x = { field: 'care', type: 'quantitative', title: 'how much each minds what it inflicts on others' };
  const scale = { zero: false };
  const color = { field: 'what', type: 'nominal', title: null, sort: null, legend: { labelLimit: 200 } };
  return {
    width: 420,
    height: 240,
    data: { values },
    layer: [
      {
        mark: { type: 'area', opacity: 0.15 },
        encoding: { x, y: { field: 'low', type: 'quantitative', scale }, y2: { field: 'high' }, color },
      },
      {
        mark: { type: 'line', point: true },
        encoding: {
          x,
          y: { field: 'ratio', type: 'quantitative', scale, title: 'interference / least possible' },
          color,
        },
      },
    ],
  };
}
