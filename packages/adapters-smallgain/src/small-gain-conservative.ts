import { defineAdapter, number } from '@cfc/core';
import { options } from './options.js';
import { smallGainOf } from './small-gain-of.js';

const { rho, maxChange, floor, ceiling } = options;

/** `SmallGain` that spends less and keeps multipliers in [0.2, 2]. Source: the seed's variant for critical systems. */
export const smallGainConservative = defineAdapter({
  name: 'SmallGainConservative',
  meaning: 'SmallGain in smaller strides, within tighter bounds',
  options: {
    ...options,
    rho: number(0.5, rho.meaning, rho.range),
    maxChange: number(0.05, maxChange.meaning, maxChange.range),
    floor: number(0.2, floor.meaning, floor.range),
    ceiling: number(2, ceiling.meaning, ceiling.range),
  },
  make: smallGainOf,
});
