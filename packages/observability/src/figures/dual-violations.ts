import type { Row } from '../table/row.js';
import { density, type DensityPoint } from './density.js';
import { constraintsIn, finiteIn, percent } from './dual-constraints.js';
import type { Figure, Spec } from './figure.js';
import { page, WIDTH } from './page.js';
import { alarm, first } from './palette.js';

const PANEL = 62;
const POINTS = 96;

/** How the violations of every constraint are distributed: a violin each, the violated part in another colour. */
export const dualViolations: Figure = {
  name: 'dual-violations',
  title: 'Violations, with the share within the deadzone',
  needs: ['violation:*'],
  recordedBy: 'cfc dual replay --out DIR, or traceRow of @cfc/dual',
  spec: (rows) => {
    const [names, remark] = constraintsIn(rows, 'violation:');
    const panels = names.map((name, k) => panel(rows, name, k === names.length - 1));
    const legend = 'right of 0, in the other colour: violated; the tick is the median';
    return page('Violations v = x̂ - c', { vconcat: panels, spacing: 10 }, remark, legend);
  },
};

function panel(rows: readonly Row[], name: string, last: boolean): Spec {
  const violations = finiteIn(rows, `violation:${name}`);
  const curve = withZero(density(violations, POINTS));
  const below = curve.filter(({ at }) => at <= 0);
  const above = curve.filter(({ at }) => at >= 0);
  const median = [...violations].sort((a, b) => a - b)[Math.floor((violations.length - 1) / 2)]!;
  const x = {
    field: 'at',
    type: 'quantitative',
    title: last ? 'violation' : null,
    scale: { zero: true, nice: false, padding: 6 },
    axis: { tickCount: 6, format: '~g' },
  };
  const y = { field: 'low', type: 'quantitative', title: null, axis: null, scale: { domain: [-1, 1] } };
  const half = (points: readonly DensityPoint[], color: string): Spec => ({
    data: { values: points.map(({ at, height }) => ({ at, low: -height, high: height })) },
    mark: points.length > 1 ? { type: 'area', color, opacity: 0.75 } : { type: 'rule', color, strokeWidth: 3 },
    encoding: { x, y, y2: { field: 'high' } },
  });
  const mark = (at: number, low: number, color: string, more: object) => ({
    data: { values: [{ at, low: -low, high: low }] },
    mark: { type: 'rule', color, ...more },
    encoding: { x, y, y2: { field: 'high' } },
  });
  return {
    width: WIDTH,
    height: PANEL,
    title: { text: heading(rows, name, violations), fontSize: 12, fontWeight: 'normal' },
    layer: [
      ...(below.length > 0 ? [half(below, first)] : []),
      ...(above.length > 0 ? [half(above, alarm)] : []),
      mark(0, 1, 'currentColor', { strokeDash: [3, 3], opacity: 0.7 }),
      mark(median, 0.35, 'currentColor', { strokeWidth: 2 }),
    ],
  };
}

/** The curve with a point at 0, so that its two colours meet there. */
function withZero(curve: readonly DensityPoint[]): readonly DensityPoint[] {
  const after = curve.findIndex(({ at }) => at > 0);
  if (after <= 0 || curve[after - 1]!.at === 0) return curve;
  const [a, b] = [curve[after - 1]!, curve[after]!];
  const height = a.height + ((b.height - a.height) * -a.at) / (b.at - a.at);
  return [...curve.slice(0, after), { at: 0, height }, ...curve.slice(after)];
}

function heading(rows: readonly Row[], name: string, violations: readonly number[]): string {
  const told = rows.filter((row) => typeof row[`satisfied:${name}`] === 'boolean');
  const met =
    told.length > 0
      ? told.filter((row) => row[`satisfied:${name}`] === true).length / told.length
      : violations.filter((value) => value <= 0).length / violations.length;
  const dead = rows.filter((row) => row[`reason:${name}`] === 'deadzone').length / rows.length;
  return `${name}: satisfied in ${percent(met)} of the steps, within the deadzone in ${percent(dead)}`;
}
