import type { Experiment } from './experiment.js';
import { couplingGateSweep } from './coupling-gate-sweep/coupling-gate-sweep.js';
import { landauSweep } from './landau-sweep/landau-sweep.js';
import { sequenceGating } from './sequence-gating/sequence-gating.js';
import { sequenceRedemption } from './sequence-redemption/sequence-redemption.js';
import { tangentNoiseEscape } from './tangent-noise/tangent-noise.js';
import { wormholeEffect } from './wormhole-effect/wormhole-effect.js';

/** All experiments by name, in the order in which they are told. */
export const experiments: ReadonlyMap<string, Experiment> = new Map(
  [landauSweep, sequenceRedemption, sequenceGating, couplingGateSweep, wormholeEffect, tangentNoiseEscape].map(
    (experiment) => [experiment.name, experiment],
  ),
);
