import type { Experiment } from './experiment.js';
import { gradientRatioBias } from './gradient-ratio-bias/gradient-ratio-bias.js';
import { landauSweep } from './landau-sweep.js';

/** All experiments by name, in the order in which they are told. */
export const experiments: ReadonlyMap<string, Experiment> = new Map(
  [gradientRatioBias, landauSweep].map((experiment) => [experiment.name, experiment]),
);
