import type { Figure } from './figure.js';
import { fitting } from './names.js';
import { page } from './page.js';
import { foremost, lines, points } from './series.js';

/** The weight of every term: base times schedule times adapter. */
export const weights: Figure = {
  name: 'weights',
  title: 'Weights of the terms',
  needs: ['step', 'weight:*'],
  recordedBy: 'cfc run --out DIR, or energyBudgetTracker',
  spec: (rows) => {
    const [columns, remark] = foremost(rows, fitting(rows, 'weight:*'));
    const drawn = points(rows, columns, (column) => column.slice('weight:'.length));
    return page(
      'Weights of the terms',
      lines(drawn, 'weight', { zero: true, mark: { interpolate: 'step-after' } }),
      remark,
    );
  },
};
