/** Threads for large systems, in Node.js: `compile(system, { threads: await startThreads({ threads: 2 }) })`. */
export { startThreads } from './system/threads/start.js';
export type { ThreadOptions } from './system/threads/start.js';
export type { Threads } from './system/threads/threads.js';
