import type { Figure } from './figure.js';
import { fitting } from './names.js';
import { page } from './page.js';
import { foremost, lines, points } from './series.js';

/** A line for the weighted energy of every term. */
export const terms: Figure = {
  name: 'terms',
  title: 'Energies of the terms',
  needs: ['step', 'energy:*'],
  recordedBy: 'cfc run --out DIR, or energyBudgetTracker',
  spec: (rows) => {
    const [columns, remark] = foremost(rows, fitting(rows, 'energy:*'));
    const drawn = points(rows, columns, (column) => column.slice('energy:'.length));
    return page('Energies of the terms, weighted', lines(drawn, 'energy'), remark);
  },
};
