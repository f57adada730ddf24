/** What observes runs: trackers that make rows, what their columns mean, figures. Runs in browsers too. */
export type { Column } from './table/column.js';
export type { Cell, Row, RowSink } from './table/row.js';
