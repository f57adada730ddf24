/** The recurrent policy of `@cfc/gspo` on jax-js. */
export type { Device } from './device.js';
export { onJax } from './on-jax.js';
export type { RecurrentPolicy } from './on-jax.js';
