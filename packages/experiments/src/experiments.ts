import { connectivityThreshold } from './connectivity-threshold/connectivity-threshold.js';
import { couplingGateSweep } from './coupling-gate-sweep/coupling-gate-sweep.js';
import type { Experiment } from './experiment.js';
import { landauSweep } from './landau-sweep/landau-sweep.js';
import { multiModuleScaling } from './multi-module-scaling/multi-module-scaling.js';
import { sequenceGating } from './sequence-gating/sequence-gating.js';
import { sequenceRedemption } from './sequence-redemption/sequence-redemption.js';
import { tangentNoiseEscape } from './tangent-noise/tangent-noise.js';
import { wormholeEffect } from './wormhole-effect/wormhole-effect.js';

/** In the order in which they are told. */
const all: readonly Experiment[] = [
  landauSweep,
  connectivityThreshold,
  sequenceRedemption,
  sequenceGating,
  couplingGateSweep,
  multiModuleScaling,
  wormholeEffect,
  tangentNoiseEscape,
];

/** All experiments by name. */
export const experiments: ReadonlyMap<string, Experiment> = new Map(
  all.map((experiment) => [experiment.name, experiment]),
);
