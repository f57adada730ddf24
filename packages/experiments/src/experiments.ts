import type { Experiment } from './experiment.js';
import { landauSweep } from './landau-sweep.js';
import { polynomialConditioning } from './polynomial-conditioning/polynomial-conditioning.js';

/** All experiments by name, in the order in which they are told. */
export const experiments: ReadonlyMap<string, Experiment> = new Map(
  [landauSweep, polynomialConditioning].map((experiment) => [experiment.name, experiment]),
);
