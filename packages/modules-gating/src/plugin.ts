import { definePlugin } from '@cfc/core';
import { energyGating } from './energy-gating.js';

/** Provides `EnergyGatingModule`. */
export const gatingPlugin = definePlugin({
  name: '@cfc/modules-gating',
  version: '1.0.0',
  api: 1,
  provides: [energyGating],
});
