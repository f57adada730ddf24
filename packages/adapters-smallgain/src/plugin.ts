import { definePlugin } from '@cfc/core';
import { smallGain } from './small-gain.js';
import { smallGainConservative } from './small-gain-conservative.js';
import { smallGainFast } from './small-gain-fast.js';

/** Provides `SmallGain`, `SmallGainFast` and `SmallGainConservative`. */
export const smallGainPlugin = definePlugin({
  name: '@cfc/adapters-smallgain',
  version: '1.0.0',
  api: 1,
  provides: [smallGain, smallGainFast, smallGainConservative],
});
