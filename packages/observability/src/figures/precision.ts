import { lineFigure } from './simple.js';

/** How stiff the modules are: Gershgorin rows of the Hessian. */
export const precision = lineFigure({
  name: 'precision',
  title: 'Precision of the modules',
  axis: 'Gershgorin row',
  needs: ['precision'],
  also: ['precision_max'],
  recordedBy: 'cfc run --out DIR --columns precision, or precision of energyBudgetTracker',
  called: { precision: 'mean', precision_max: 'largest' },
});
