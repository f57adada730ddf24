import type { Conclusion } from '../experiment.js';
import type { Shift } from './shifts.js';
import type { Extrapolated } from './threshold-limits.js';
import type { Way } from './ways.js';

/** A line that would hide another one. */
const CLOSED = 'gates relaxed, no benefit';
const SIZE = { width: 300, height: 240 };
const p = (title: string) => ({ type: 'quantitative', scale: { zero: false }, title });

/** Three panels: the threshold over the size, the shift over the density, η over p for each way. */
export function figureOf(
  limits: readonly Extrapolated[],
  shifts: readonly Shift[],
  ways: readonly Way[],
): Conclusion['figure'] {
  const resolve = { scale: { color: 'independent' } };
  return {
    vconcat: [{ hconcat: [sizePanel(limits), shiftPanel(shifts)], resolve }, wayPanel(ways)],
    resolve,
  };
}

function sizePanel(limits: readonly Extrapolated[]) {
  const x = { field: 'x', type: 'quantitative', title: 'L^(-3/4), L nodes on a side' };
  const color = { field: 'estimate', type: 'nominal', title: 'estimate' };
  const values = limits.flatMap(({ estimate, sizes }) =>
    sizes.map(({ size, value, error }) => ({
      estimate,
      x: size ** -0.75,
      value,
      low: value - 1.96 * error,
      high: value + 1.96 * error,
    })),
  );
  const lines = limits.flatMap(({ estimate, sizes, limit }) =>
    [0, Math.max(...sizes.map(({ size }) => size ** -0.75))].map((at) => ({
      estimate,
      x: at,
      value: limit.value + limit.slope * at,
    })),
  );
  return {
    ...SIZE,
    title: 'Threshold without shortcuts',
    encoding: { x, color },
    layer: [
      { data: { values: lines }, mark: 'line', encoding: { y: { field: 'value', ...p('threshold p') } } },
      {
        data: { values },
        mark: 'rule',
        encoding: { y: { field: 'low', ...p('threshold p') }, y2: { field: 'high' } },
      },
      {
        data: { values },
        mark: { type: 'point', filled: true },
        encoding: { y: { field: 'value', ...p('threshold p') } },
      },
    ],
  };
}

function shiftPanel(shifts: readonly Shift[]) {
  const values = shifts.map(({ density, half, halfTheory, onsetTheory }) => ({
    x: 100 * density,
    half: half.mean,
    low: half.low,
    high: half.high,
    halfTheory: halfTheory ?? 0.5,
    onsetTheory: onsetTheory ?? 0.5,
  }));
  const y = (field: string) => ({ field, ...p('p of the bonds') });
  const line = (field: string, name: string) => ({
    mark: 'line',
    encoding: { y: y(field), color: { datum: name, type: 'nominal', title: null } },
  });
  return {
    ...SIZE,
    title: 'With shortcuts, all of them open',
    data: { values },
    encoding: { x: { field: 'x', type: 'quantitative', title: 'shortcuts for 100 nodes' } },
    layer: [
      line('halfTheory', 'η = 1/2, theory'),
      line('onsetTheory', 'η leaves 0, theory'),
      { mark: 'rule', encoding: { y: y('low'), y2: { field: 'high' } } },
      {
        mark: { type: 'point', filled: true },
        encoding: { y: y('half'), color: { datum: 'η = 1/2, seen', type: 'nominal', title: null } },
      },
    ],
  };
}

function wayPanel(ways: readonly Way[]) {
  const values = ways.flatMap(({ way, curve }) =>
    curve.map(({ p: x, eta: { mean, low, high } }) => ({
      way,
      x,
      eta: mean,
      low: Math.max(0, low),
      high: Math.min(1, high),
      dashed: way === CLOSED,
    })),
  );
  const y = { type: 'quantitative', title: 'η of the graph, read anew' };
  const color = {
    field: 'way',
    type: 'nominal',
    title: null,
    sort: ways.map(({ way }) => way),
    legend: { labelLimit: 240, symbolType: 'stroke', symbolOpacity: 1 },
  };
  return {
    width: 620,
    height: 300,
    title: 'With 5% shortcuts, by who opens them',
    data: { values },
    encoding: { x: { field: 'x', ...p('p of the bonds') } },
    layer: [
      { mark: { type: 'area', opacity: 0.1 }, encoding: { y: { field: 'low', ...y }, y2: { field: 'high' }, color } },
      {
        mark: 'line',
        encoding: { y: { field: 'eta', ...y }, color, strokeDash: { field: 'dashed', type: 'nominal', legend: null } },
      },
      { mark: { type: 'rule', color: '#888' }, encoding: { y: { datum: 0.5 }, x: null } },
    ],
  };
}
