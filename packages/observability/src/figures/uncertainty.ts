import { lineFigure } from './simple.js';

/** How much is not known yet of where a relaxation ends. */
export const uncertainty = lineFigure({
  name: 'uncertainty',
  title: 'Uncertainty',
  axis: 'share',
  needs: ['uncertainty:*'],
  recordedBy: 'a scenario with the adapter Agm, by cfc run --out DIR, or rows with uncertainty:epistemic, ...',
});
