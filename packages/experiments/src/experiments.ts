import { amortizedWarmStart } from './amortized-warm-start/amortized-warm-start.js';
import type { Experiment } from './experiment.js';
import { landauSweep } from './landau-sweep.js';

/** All experiments by name, in the order in which they are told. */
export const experiments: ReadonlyMap<string, Experiment> = new Map(
  [amortizedWarmStart, landauSweep].map((experiment) => [experiment.name, experiment]),
);
