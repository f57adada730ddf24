/** A weight adapter that follows the phase of a relaxation; its metrics, and an uncertainty summary. */
export { agm } from './agm.js';
export { oscillation } from './oscillation.js';
export { phaseMetrics } from './phase-metrics.js';
export type { PhaseMetrics } from './phase-metrics.js';
export { agmPlugin } from './plugin.js';
export { rate } from './rate.js';
export { trend } from './trend.js';
export { uncertainty } from './uncertainty.js';
export type { Uncertainty } from './uncertainty.js';
export { variance } from './variance.js';
