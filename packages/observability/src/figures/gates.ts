import { keepExtremes } from '../decimate/keep-extremes.js';
import type { Figure } from './figure.js';
import { fitting } from './names.js';
import { amount, HEIGHT, MOST, page, stack, stepAxis, WIDTH } from './page.js';
import { alarm, first } from './palette.js';
import { lines, points } from './series.js';

/** The hazard of the gates above, and below how many of the decisions opened. */
export const gates: Figure = {
  name: 'gates',
  title: 'Hazard and openings of gates',
  needs: ['step', 'hazard_mean', 'gates_opened'],
  recordedBy: 'cfc run --out DIR --columns gates, or gatingMetricsLogger',
  spec: (rows) => {
    const hazards = ['hazard_mean', ...fitting(rows, 'mu_hat')];
    const of = (column: string) =>
      keepExtremes(rows, 'step', column, MOST / 4).map((row) => ({ step: row['step'], gates: row[column] }));
    const encoding = { x: stepAxis, y: amount('gates', true, 'gates') };
    const mark = (color: string) => ({ type: 'rule', color, strokeWidth: Math.max(1, Math.min(6, 300 / rows.length)) });
    const opened = { data: { values: of('gates_opened') }, mark: mark(alarm), encoding: upright(encoding) };
    const decided = {
      data: { values: of('gates_decided') },
      mark: { type: 'line', color: first, interpolate: 'step' },
      encoding,
    };
    const counts = fitting(rows, 'gates_decided').length > 0 ? [opened, decided] : [opened];
    return page(
      'Hazard and openings of gates',
      stack([
        lines(
          points(rows, hazards, (column) => called[column]!, MOST / 2),
          'rate for each decision',
          { zero: true },
        ),
        { width: WIDTH, height: HEIGHT / 2, layer: counts },
      ]),
      counts.length > 1 ? 'below: opened (bars) of decided (line)' : 'below: gates that opened',
    );
  },
};

const called: Readonly<Record<string, string>> = { hazard_mean: 'mean hazard', mu_hat: 'rate of openings' };

/** Bars from 0. */
const upright = (encoding: { readonly x: object; readonly y: object }) => ({ ...encoding, y2: { datum: 0 } });
