/** What needs files or a network: writers, run directories, reports, the dashboard. */
export { svgOf } from './render/svg-of.js';
export type { SvgOptions } from './render/svg-of.js';
export { openRun } from './report/open-run.js';
export { reportOf } from './report/report.js';
export { rowsOf } from './report/rows-in.js';
export { runFiles } from './runs/run-directory.js';
