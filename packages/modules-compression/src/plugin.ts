import { definePlugin } from '@cfc/core';
import { compressionEnergy } from './compression-energy.js';

/** Provides `CompressionEnergyModule`. */
export const compressionPlugin = definePlugin({
  name: '@cfc/modules-compression',
  version: '1.0.0',
  api: 1,
  provides: [compressionEnergy],
});
