/** The `cfc` command as a function: `await main(['run', 'scenario.yaml'], io)` returns the exit code. */
export { main, program } from './main.js';
export type { Io, Sink } from './io.js';
