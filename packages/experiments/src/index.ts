/** The experiments of the project: what was expected, what is seen. */
export type { Claim, Conclusion, Experiment, Row, Scope } from './experiment.js';
export { experiments } from './experiments.js';
