/** What needs files or a network: writers, run directories, reports, the dashboard. */
export { svgOf } from './render/svg-of.js';
export type { SvgOptions } from './render/svg-of.js';
export { runFiles } from './runs/run-directory.js';
