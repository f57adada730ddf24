import { defineAdapter, number } from '@cfc/core';
import { options } from './options.js';
import { smallGainOf } from './small-gain-of.js';

const { range } = options.maxChange;

/** `SmallGain` that changes multipliers by up to 20% in a step. Source: the seed's variant tuned for speed. */
export const smallGainFast = defineAdapter({
  name: 'SmallGainFast',
  meaning: 'SmallGain in larger strides',
  options: { ...options, maxChange: number(0.2, options.maxChange.meaning, range) },
  make: smallGainOf,
});
