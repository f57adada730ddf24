import { branchingCoexistence } from './branching-coexistence/branching-coexistence.js';
import { energyGatedExpansion } from './energy-gated-expansion/energy-gated-expansion.js';
import type { Experiment } from './experiment.js';
import { landauSweep } from './landau-sweep.js';

/** All experiments by name, in the order in which they are told. */
export const experiments: ReadonlyMap<string, Experiment> = new Map(
  [branchingCoexistence, energyGatedExpansion, landauSweep].map((experiment) => [experiment.name, experiment]),
);
