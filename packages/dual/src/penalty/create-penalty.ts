import type { Plain, Rule } from '../contract.js';
import type { Sense } from '../engine/sense.js';
import { adaptive } from './adaptive.js';
import { constant } from './constant.js';
import { geometric } from './geometric.js';
import type { PenaltySettings } from './options.js';

/** The rule of a schedule. */
export function createPenalty(settings: PenaltySettings, sense: Sense, state?: Plain): Rule {
  if (settings.type === 'geometric') return geometric(settings, state);
  if (settings.type === 'adaptive') return adaptive(settings, sense, state);
  return constant(settings.c);
}
