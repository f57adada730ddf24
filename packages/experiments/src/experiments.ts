import { emergentNash } from './emergent-nash/emergent-nash.js';
import type { Experiment } from './experiment.js';
import { landauSweep } from './landau-sweep.js';

/** All experiments by name, in the order in which they are told. */
export const experiments: ReadonlyMap<string, Experiment> = new Map(
  [landauSweep, emergentNash].map((experiment) => [experiment.name, experiment]),
);
