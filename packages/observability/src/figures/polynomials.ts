import { lineFigure } from './simple.js';

/** Whether the order parameters crowd together. */
export const polynomials = lineFigure({
  name: 'polynomials',
  title: 'Correlation of the polynomials P₁, P₂, P₃ of 2η - 1',
  axis: 'largest correlation',
  needs: ['polynomial_correlation'],
  recordedBy: 'cfc run --out DIR --columns polynomials, or polynomials of energyBudgetTracker',
});
