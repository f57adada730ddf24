import { attentionAblation } from './attention-ablation/attention-ablation.js';
import { connectivityThreshold } from './connectivity-threshold/connectivity-threshold.js';
import { emergentNash } from './emergent-nash/emergent-nash.js';
import type { Experiment } from './experiment.js';
import { landauSweep } from './landau-sweep.js';
import { polynomialConditioning } from './polynomial-conditioning/polynomial-conditioning.js';

const all: readonly Experiment[] = [
  landauSweep,
  connectivityThreshold,
  emergentNash,
  attentionAblation,
  polynomialConditioning,
];

/** All experiments by name, in the order in which they are told. */
export const experiments: ReadonlyMap<string, Experiment> = new Map(
  all.map((experiment) => [experiment.name, experiment]),
);
