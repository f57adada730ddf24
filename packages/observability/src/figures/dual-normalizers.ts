import { keepExtremes } from '../decimate/keep-extremes.js';
import type { Row } from '../table/row.js';
import { constraintsIn, finiteIn } from './dual-constraints.js';
import type { Figure, Spec } from './figure.js';
import { MOST, page, stepAxis } from './page.js';
import { alarm, first } from './palette.js';

const PANEL = 70;
const BARS = 24;

/** What the normalizers make of the losses: histograms before and after, early and late, and what their drift detectors say. */
export const dualNormalizers: Figure = {
  name: 'dual-normalizers',
  title: 'Normalizers: raw against normalised losses, drift',
  needs: ['step', 'raw:*', 'normalized:*'],
  recordedBy: 'cfc dual replay --out DIR, or traceRow of @cfc/dual',
  spec: (rows) => {
    const [names, remark] = constraintsIn(rows, 'raw:');
    const drifts = names.some((name) => finiteIn(rows, `drift:${name}`).length > 0);
    const panels = names.flatMap((name, k) => [
      histogram(rows, name, 'raw', drifts),
      histogram(rows, name, 'normalized', drifts),
      ...(drifts ? [drift(rows, name, Math.floor(MOST / 2 / names.length), k === names.length - 1)] : []),
    ]);
    const legend = 'grey: first half of the run; coloured line: second half';
    return page(
      'Normalizers',
      { concat: panels, columns: drifts ? 3 : 2, align: 'all', spacing: { row: 16, column: 26 } },
      remark,
      legend,
    );
  },
};

const titles = { raw: 'raw', normalized: 'normalised' };

/** Shares of the values in bars of equal width, of either half of the run. */
function histogram(rows: readonly Row[], name: string, what: 'raw' | 'normalized', narrow: boolean): Spec {
  const values = finiteIn(rows, `${what}:${name}`);
  const [least, largest] = values.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
  const width = (largest - least || Math.abs(least) || 1) / BARS;
  const half = Math.ceil(values.length / 2);
  const shares = (some: readonly number[]) => {
    const counts = new Array<number>(BARS).fill(0);
    for (const value of some) counts[Math.min(BARS - 1, Math.floor((value - least) / width))]!++;
    return counts.map((count, k) => ({
      from: least + k * width,
      to: least + (k + 1) * width,
      share: count / Math.max(1, some.length),
    }));
  };
  const x = {
    field: 'from',
    type: 'quantitative',
    title: null,
    scale: { zero: false, nice: false },
    axis: { grid: false, tickCount: 4, format: '~g' },
  };
  const y = { field: 'share', type: 'quantitative', title: null, axis: { tickCount: 2, format: '%' } };
  const late = shares(values.slice(half));
  const steps = [...late, { ...late.at(-1)!, from: late.at(-1)!.to }];
  return {
    width: narrow ? 150 : 245,
    height: PANEL,
    title: { text: `${name}, ${titles[what]}`, fontSize: 12, fontWeight: 'normal' },
    layer: [
      {
        data: { values: shares(values.slice(0, half)) },
        mark: { type: 'rect', color: '#808080', opacity: 0.45 },
        encoding: { x, x2: { field: 'to' }, y, y2: { datum: 0 } },
      },
      {
        data: { values: values.length > half ? steps : [] },
        mark: { type: 'line', interpolate: 'step-after', strokeWidth: 1.75, color: first },
        encoding: { x, y },
      },
    ],
  };
}

function drift(rows: readonly Row[], name: string, most: number, last: boolean): Spec {
  const values = keepExtremes(rows, 'step', `drift:${name}`, Math.max(8, most)).map((row) => ({
    step: row['step'],
    value: row[`drift:${name}`],
  }));
  const x = { ...stepAxis, axis: { ...stepAxis.axis, tickCount: 3 } };
  const y = {
    field: 'value',
    type: 'quantitative',
    title: null,
    axis: { tickCount: 3, format: '~g' },
    scale: { zero: true },
  };
  return {
    width: 150,
    height: PANEL,
    title: {
      text: values.length === 0 ? `${name}: drift not watched` : `${name}, drift`,
      fontSize: 12,
      fontWeight: 'normal',
    },
    data: { values },
    mark: { type: 'line', strokeWidth: 1.5, color: alarm, point: values.length === 1 },
    encoding: { x: last ? x : { ...x, title: null }, y },
  };
}
