/** What needs files or a network: writers, run directories, reports, the dashboard. */
export { serveDashboard } from './dashboard/serve-dashboard.js';
export type { Dashboard, DashboardOptions } from './dashboard/serve-dashboard.js';
export { runFiles } from './runs/run-directory.js';
