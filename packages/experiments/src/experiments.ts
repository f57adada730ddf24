import { amortizedWarmStart } from './amortized-warm-start/amortized-warm-start.js';
import { attentionAblation } from './attention-ablation/attention-ablation.js';
import { branchingCoexistence } from './branching-coexistence/branching-coexistence.js';
import { connectivityThreshold } from './connectivity-threshold/connectivity-threshold.js';
import { couplingGateSweep } from './coupling-gate-sweep/coupling-gate-sweep.js';
import { emergentNash } from './emergent-nash/emergent-nash.js';
import { energyGatedExpansion } from './energy-gated-expansion/energy-gated-expansion.js';
import type { Experiment } from './experiment.js';
import { gradientRatioBias } from './gradient-ratio-bias/gradient-ratio-bias.js';
import { landauSweep } from './landau-sweep/landau-sweep.js';
import { multiModuleScaling } from './multi-module-scaling/multi-module-scaling.js';
import { polynomialConditioning } from './polynomial-conditioning/polynomial-conditioning.js';
import { sequenceGating } from './sequence-gating/sequence-gating.js';
import { sequenceRedemption } from './sequence-redemption/sequence-redemption.js';
import { tangentNoiseEscape } from './tangent-noise/tangent-noise.js';
import { wormholeEffect } from './wormhole-effect/wormhole-effect.js';

const all: readonly Experiment[] = [
  landauSweep,
  connectivityThreshold,
  sequenceRedemption,
  sequenceGating,
  couplingGateSweep,
  multiModuleScaling,
  energyGatedExpansion,
  branchingCoexistence,
  emergentNash,
  wormholeEffect,
  attentionAblation,
  polynomialConditioning,
  tangentNoiseEscape,
  gradientRatioBias,
  amortizedWarmStart,
];

/** All experiments by name, in the order in which they are told. */
export const experiments: ReadonlyMap<string, Experiment> = new Map(
  all.map((experiment) => [experiment.name, experiment]),
);
