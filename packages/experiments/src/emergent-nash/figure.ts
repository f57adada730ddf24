import { interval } from '../interval.js';
import { type Played, SETTLED, SHOWN, influences, interests, rules } from './cell.js';
import { bySeed, chosen } from './shares.js';

/** Gaps below this are drawn as this. */
const FLOOR = 1e-3;

/** Gaps over rounds, geometric means with their intervals, for each class of games and each way to learn. */
export function figureOf(plays: readonly Played[]): Readonly<Record<string, unknown>> {
  const values = interests.flatMap((interest) =>
    rules.flatMap((rule) =>
      influences.flatMap((influence) => {
        const some = chosen(plays, { interests: interest, rule, influence });
        return SHOWN.map((round) => {
          const logs = bySeed(some, (play) => Math.log(Math.max(FLOOR, play[`gap${round}`] as number)));
          const { mean, low, high } = interval(logs);
          const [gap, least, most] = [mean, low, high].map(Math.exp) as [number, number, number];
          return {
            interests: interest,
            rule,
            influence,
            round,
            gap,
            low: Math.max(FLOOR, least),
            high: Math.min(1, most),
          };
        });
      }),
    ),
  );
  const x = {
    field: 'round',
    type: 'quantitative',
    title: 'round',
    scale: { type: 'log' },
    axis: { values: [1, 10, 100, 1000], labelOverlap: false },
  };
  const y = {
    type: 'quantitative',
    title: 'Nash gap (spans)',
    scale: { type: 'log', domain: [FLOOR, 1] },
    axis: { values: [0.001, 0.01, 0.1, 1] },
  };
  const color = {
    field: 'influence',
    type: 'nominal',
    sort: influences,
    title: 'influence of η',
    legend: { symbolType: 'stroke', symbolOpacity: 1, symbolStrokeWidth: 2 },
  };
  return {
    data: { values },
    facet: {
      column: { field: 'interests', type: 'nominal', sort: interests, title: null },
      row: { field: 'rule', type: 'nominal', sort: rules, title: null },
    },
    spec: {
      width: 150,
      height: 120,
      layer: [
        {
          mark: { type: 'area', opacity: 0.15 },
          encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' }, color },
        },
        { mark: { type: 'line' }, encoding: { x, y: { ...y, field: 'gap' }, color } },
        {
          data: { values: [{}] },
          mark: { type: 'rule', strokeDash: [3, 3], color: '#666' },
          encoding: { y: { datum: SETTLED } },
        },
      ],
    },
  };
}
