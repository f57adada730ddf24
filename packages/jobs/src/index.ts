/** Many independent jobs behind one interface. */
export { bullmq } from './redis/bullmq.js';
export type { BullmqEngine, BullmqOptions } from './redis/bullmq.js';
export type { Done, ResultOptions } from './results.js';
export type { Engine } from './engines/engine.js';
export { finishJobs } from './journal/finish.js';
export type { FinishOptions } from './journal/finish.js';
export { inProcess } from './engines/in-process.js';
export type { Handler, Job } from './job.js';
export { memoryJournal, openJournal } from './journal/journal.js';
export type { Journal } from './journal/journal.js';
export { pool } from './engines/pool.js';
export type { PoolOptions } from './engines/pool.js';
export type { QueueOptions } from './redis/queue-options.js';
export { results } from './results.js';
export { work } from './redis/work.js';
export type { WorkOptions } from './redis/work.js';
