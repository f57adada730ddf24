import type { World } from './world.js';

const round = (value: number): number => Math.round(1000 * value) / 1000;
const color = { field: 'what', type: 'nominal', title: null, sort: null };

/** One world: the truth, what the sensors read, and two estimates. */
export function track(
  { truth, readings }: World,
  estimates: { readonly median: number[]; readonly energy: number[] },
): object {
  const line = (what: string, values: readonly number[]) =>
    values.map((value, t) => ({ what, t, value: round(value) }));
  const x = { field: 't', type: 'quantitative', title: 'step', scale: { nice: false } };
  const y = { field: 'value', type: 'quantitative', title: 'position' };
  return {
    width: 380,
    height: 240,
    layer: [
      {
        data: { values: readings.flatMap((row) => line('reading', row)) },
        mark: { type: 'circle', size: 6, opacity: 0.5, color: '#777777' },
        encoding: { x, y },
      },
      {
        data: {
          values: [...line('truth', truth), ...line('median', estimates.median), ...line('energy', estimates.energy)],
        },
        mark: { type: 'line', strokeWidth: 1.5 },
        encoding: { x, y, color: { ...color, scale: { range: ['#000000', '#e69f00', '#0072b2'] } } },
      },
    ],
  };
}

/** The errors of all worlds, method by method; the tick is the mean. */
export function errors(methods: readonly { readonly method: string; readonly error: readonly number[] }[]): object {
  const values = methods.flatMap(({ method, error }) => error.map((one) => ({ method, error: round(10 * one) / 10 })));
  const y = { field: 'method', type: 'nominal', title: null, sort: null };
  const x = (aggregate: object) => ({ field: 'error', type: 'quantitative', title: 'RMSE', ...aggregate });
  return {
    width: 220,
    height: 240,
    data: { values },
    layer: [
      { mark: { type: 'point', opacity: 0.5 }, encoding: { x: x({}), y } },
      { mark: { type: 'tick', thickness: 3, color: '#d55e00' }, encoding: { x: x({ aggregate: 'mean' }), y } },
    ],
  };
}
