import { keepExtremes } from '../decimate/keep-extremes.js';
import type { Row } from '../table/row.js';
import { constraintsIn, percent } from './dual-constraints.js';
import type { Figure, Spec } from './figure.js';
import { MOST, page, stepAxis, WIDTH } from './page.js';
import { alarm, first } from './palette.js';

const PANEL = 84;
/** A cap further up than this many times the largest λ is told of, not drawn. */
const FAR = 3;

/** λ of every constraint within its clip band: from 0 to λ_max, or from -λ_max where λ has a sign, as that of an equality. */
export const dualLambda: Figure = {
  name: 'dual-lambda',
  title: 'Multipliers λ with their clip bands',
  needs: ['step', 'lambda:*'],
  recordedBy: 'cfc dual replay --out DIR, or traceRow of @cfc/dual',
  spec: (rows) => {
    const [names, remark] = constraintsIn(rows, 'lambda:');
    const panels = names.map((name, k) =>
      panel(rows, name, Math.floor(MOST / 2 / names.length), k === names.length - 1),
    );
    const bands = 'shaded: the clip band; at the cap in another colour';
    return page('Multipliers λ', { vconcat: panels, spacing: 14 }, remark, bands);
  },
};

function panel(rows: readonly Row[], name: string, most: number, last: boolean): Spec {
  const column = `lambda:${name}`;
  const drawn = keepExtremes(rows, 'step', column, Math.max(8, most - 4));
  const cap = capOf(rows, name);
  const values = drawn.map((row) => ({ step: row['step'] as number, value: row[column] as number }));
  const largest = values.reduce((most, { value }) => Math.max(most, value), 0);
  const least = values.reduce((least, { value }) => Math.min(least, value), 0);
  const seen = cap !== null && cap <= FAR * Math.max(largest, -least);
  const signed = least < 0;
  const top = seen ? cap * 1.06 : largest > 0 ? largest * 1.1 : signed ? 0 : 1;
  const bottom = seen && signed ? -cap * 1.06 : least * 1.1;
  const limits = cap === null || !seen ? [] : signed ? [cap, -cap] : [cap];
  const isCapped = (value: unknown): boolean => cap !== null && Math.abs(value as number) >= cap * (1 - 1e-9);
  const capped = rows.filter((row) => isCapped(row[column])).length;
  const ends = [values[0]!.step, values.at(-1)!.step] as const;
  const y = {
    field: 'value',
    type: 'quantitative',
    title: null,
    scale: { domain: [bottom, top], nice: false },
    axis: { tickCount: 3, format: '~g' },
  };
  const x = last ? stepAxis : { ...stepAxis, title: null, axis: { ...stepAxis.axis, labels: false } };
  const band = {
    data: {
      values: [{ from: ends[0], to: ends[1], low: Math.min(0, ...(seen ? limits : [bottom])), high: seen ? cap : top }],
    },
    mark: { type: 'rect', color: first, opacity: 0.1 },
    encoding: {
      x: { ...x, field: 'from' },
      x2: { field: 'to' },
      y: { ...y, field: 'low' },
      y2: { field: 'high' },
    },
  };
  const line = (color: string, more: object) => ({
    type: 'line',
    strokeWidth: 1.75,
    color,
    point: values.length === 1,
    ...more,
  });
  return {
    width: WIDTH,
    height: PANEL,
    title: {
      text: heading(name, values.at(-1)!.value, cap, seen, capped / rows.length),
      fontSize: 12,
      fontWeight: 'normal',
    },
    layer: [
      band,
      ...(limits.length > 0
        ? [
            {
              data: { values: limits.map((value) => ({ value })) },
              mark: { type: 'rule', strokeDash: [5, 3], color: alarm },
              encoding: { y },
            },
          ]
        : []),
      { data: { values }, mark: line(first, {}), encoding: { x, y } },
      ...(seen && capped > 0
        ? [
            {
              data: { values: values.filter(({ value }) => isCapped(value)) },
              mark: { type: 'point', filled: true, size: 14, color: alarm, opacity: 1 },
              encoding: { x, y },
            },
          ]
        : []),
    ],
  };
}

function capOf(rows: readonly Row[], name: string): number | null {
  const last = [...rows].reverse().find((row) => Number.isFinite(row[`lambda_max:${name}`]));
  const cap = last?.[`lambda_max:${name}`];
  return typeof cap === 'number' ? cap : null;
}

function heading(name: string, end: number, cap: number | null, seen: boolean, capped: number): string {
  const limit = cap === null ? 'no cap' : `cap ${cap}${seen ? '' : ', far above'}`;
  const share = capped > 0 ? `, at the cap in ${percent(capped)} of the steps` : '';
  return `${name}: ends at ${Number(end.toPrecision(4))}; ${limit}${share}`;
}
