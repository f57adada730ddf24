import type { Place } from './map.js';

/** 0.125 as "1/8". */
const fractions = "datum.value > 0 && datum.value < 1 ? '1/' + 1 / datum.value : datum.value";

/** Heat maps over the grid: net corrections, and what can be seen without the truth. */
export function figure(map: readonly Place[]): Readonly<Record<string, unknown>> {
  const places = map.map(({ net, ...place }) => ({ ...place, net: net.mean }));
  const diverging = { scheme: 'redblue', domainMid: 0 };
  const panel = (field: string, title: string, unit: string, scale: object, values?: readonly number[]) => ({
    title: { text: title, frame: 'group' },
    width: 260,
    height: 200,
    mark: 'rect',
    encoding: {
      x: {
        field: 'strength',
        type: 'ordinal',
        title: 'factor on the couplings',
        axis: { labelAngle: 0, labelExpr: fractions },
      },
      y: { field: 'cost', type: 'ordinal', title: 'gate cost, nats', sort: 'descending' },
      color: { field, type: 'quantitative', legend: { title: unit, ...(values && { values }) }, scale },
    },
  });
  return {
    data: { values: places },
    concat: [
      panel('net', 'early elements corrected - broken', 'of 100', diverging),
      panel('deltaF', 'ΔF at unit weights', 'nats per sequence', { ...diverging, reverse: true }),
      panel(
        'hazardMean',
        'mean hazard',
        'per decision',
        { type: 'symlog', constant: 0.1, scheme: 'viridis' },
        [0, 1, 10, 100],
      ),
      panel('muHat', 'rate of openings μ̂', 'per decision', { scheme: 'viridis' }),
    ],
    columns: 2,
    resolve: { scale: { color: 'independent' } },
  };
}
