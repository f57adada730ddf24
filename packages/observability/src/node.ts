/** What needs files or a network: writers, run directories, reports, the dashboard. */
export type { RunIdentity, RunRecord } from './runs/identity.js';
export { followTable } from './runs/follow-table.js';
export type { Appended, FollowOptions } from './runs/follow-table.js';
export { listRuns } from './runs/list-runs.js';
export type { RunEntry } from './runs/list-runs.js';
export { gitOf, machine } from './runs/machine.js';
export type { Git, Machine } from './runs/machine.js';
export { readRun } from './runs/read-run.js';
export { readTable } from './runs/read-table.js';
export { runFiles } from './runs/run-directory.js';
export { runStatus } from './runs/run-status.js';
export type { RunStatus } from './runs/run-status.js';
export { startRun } from './runs/start-run.js';
export type { StartOptions } from './runs/start-run.js';
export { csvWriter } from './writers/csv-writer.js';
export { guarded } from './writers/guarded.js';
export { jsonLinesWriter } from './writers/json-lines-writer.js';
export type { Writer } from './writers/writer.js';
