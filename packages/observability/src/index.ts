/** What observes runs: trackers that make rows, what their columns mean, figures. Runs in browsers too. */
export { columnOf, columns } from './columns/columns.js';
export type { Decimated } from './decimate/bucket-store.js';
export { decimate } from './decimate/decimate.js';
export type { Column } from './table/column.js';
export type { Cell, Row, RowSink } from './table/row.js';
export { alignment, drift } from './trackers/alignment.js';
export { energyBudgetTracker } from './trackers/energy-budget-tracker.js';
export type { BudgetOptions } from './trackers/energy-budget-tracker.js';
export { gatingMetricsLogger } from './trackers/gating-metrics-logger.js';
export type { GatingNumbers } from './trackers/gating-metrics-logger.js';
export { polynomialCorrelation } from './trackers/polynomial-correlation.js';
export { relaxationTracker } from './trackers/relaxation-tracker.js';
export type { RelaxationOptions } from './trackers/relaxation-tracker.js';
