import { lineFigure } from './simple.js';

/** How much is not known yet of where a relaxation ends. */
export const uncertainty = lineFigure({
  name: 'uncertainty',
  title: 'Uncertainty',
  axis: 'share',
  needs: ['uncertainty:*'],
  recordedBy: 'rows with the numbers of uncertainty() of @cfc/adapters-agm as uncertainty:epistemic, ...',
});
