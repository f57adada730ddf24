/** `npm create cfc-plugin` as a function: `main(['cfc-plugin-mine'], io)` returns the exit code. */
export { main } from './main.js';
export type { Io } from './main.js';
