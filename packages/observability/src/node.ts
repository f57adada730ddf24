/** What needs files or a network: writers, run directories, reports, the dashboard. */
export { runFiles } from './runs/run-directory.js';
