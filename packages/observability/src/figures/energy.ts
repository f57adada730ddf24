import { keepExtremes } from '../decimate/keep-extremes.js';
import type { Row } from '../table/row.js';
import type { Figure } from './figure.js';
import { amount, HEIGHT, MOST, page, stack, stepAxis, WIDTH } from './page.js';
import { alarm, first } from './palette.js';
import { lines, points } from './series.js';

/** Energies above, what each step did to them below; refused steps are crosses. */
export const energy: Figure = {
  name: 'energy',
  title: 'Energy and ΔF',
  needs: ['step', 'unitEnergy', 'change'],
  recordedBy: 'cfc run --out DIR',
  spec: (rows) =>
    page(
      'Energy and ΔF',
      stack([
        lines(
          points(rows, columns(rows), (column) => names[column]!, MOST / 2),
          'energy',
        ),
        changes(rows),
      ]),
      remark(rows),
    ),
};

const names: Readonly<Record<string, string>> = {
  unitEnergy: 'under the system’s own weights',
  energy: 'under the weights of the run',
};

/** The energy under the run's weights only where it is another one. */
const columns = (rows: readonly Row[]): readonly string[] =>
  rows.some(({ energy: run, unitEnergy }) => typeof run === 'number' && run !== unitEnergy)
    ? ['unitEnergy', 'energy']
    : ['unitEnergy'];

const refusals = (rows: readonly Row[]): readonly Row[] => rows.filter(({ accepted }) => accepted === false);

function remark(rows: readonly Row[]): string {
  const refused = refusals(rows).length;
  return refused === 0 ? '' : `${refused} of ${rows.length} steps refused (crosses)`;
}

function changes(rows: readonly Row[]) {
  const of = (some: readonly Row[], most: number) =>
    keepExtremes(some, 'step', 'change', most).map(({ step, change }) => ({ step, change }));
  const encoding = { x: stepAxis, y: amount('ΔF of the step', true, 'change') };
  const line = { type: 'line', color: first, point: { size: 12, color: first } };
  const refused = of(refusals(rows), MOST / 4);
  const crosses = { data: { values: refused }, mark: { type: 'point', shape: 'cross', color: alarm }, encoding };
  return {
    width: WIDTH,
    height: HEIGHT / 2,
    layer: [
      { data: { values: [{ zero: 0 }] }, mark: { type: 'rule', color: 'currentColor', opacity: 0.5 }, encoding: zero },
      { data: { values: of(rows, MOST / 4) }, mark: line, encoding },
      ...(refused.length === 0 ? [] : [crosses]),
    ],
  };
}

const zero = { y: { field: 'zero', type: 'quantitative' } };
