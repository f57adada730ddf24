import { choice, integer, number, type Options } from '@cfc/core';
import { objectiveFields } from '../objectives/objective.js';
import { layouts } from '../tokens/layout.js';

const { clipLow, clipHigh, kl, entropy, mean } = objectiveFields;

/** Options of a trainer with their defaults and ranges. */
export const trainerFields = {
  level: objectiveFields.level,
  layout: choice('interleaved', layouts, 'in which order prompts and answers are read'),
  prompts: integer(4, 'tasks of one update', { min: 1 }),
  group: integer(4, 'answers drawn to each', { min: 1 }),
  rate: number(5e-3, "Adam's step", { above: 0 }),
  innerSteps: integer(1, 'steps on the same answers; only from the second on does a clip act', { min: 1 }),
  maxNorm: number(1, 'length that gradients are shortened to', { above: 0 }),
  clipLow,
  clipHigh,
  kl,
  entropy,
  mean,
  scale: choice('group', ['group', 'batch', 'none'], 'what centred rewards are divided by'),
  decay: number(0.99, 'share of the reference that an update keeps; 1: it stays as it began', { min: 0, max: 1 }),
  updateEvery: integer(1, 'of so many calls of `step` one trains; 0: none does', { min: 0 }),
  seed: integer(0, 'of the parameters and of all draws', { min: 0 }),
};

/** All options of a trainer, filled in. */
export type TrainerSettings = Options<typeof trainerFields>;
