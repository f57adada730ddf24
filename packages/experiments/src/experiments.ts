import type { Experiment } from './experiment.js';
import { landauSweep } from './landau-sweep/landau-sweep.js';
import { sequenceRedemption } from './sequence-redemption/sequence-redemption.js';

/** All experiments by name, in the order in which they are told. */
export const experiments: ReadonlyMap<string, Experiment> = new Map(
  [landauSweep, sequenceRedemption].map((experiment) => [experiment.name, experiment]),
);
