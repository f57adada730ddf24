import { definePlugin } from '@cfc/core';
import { gspoWeights } from './as-adapter.js';

/** Provides `GspoWeights`. */
export const gspoPlugin = definePlugin({
  name: '@cfc/gspo',
  version: '1.0.0',
  api: 1,
  provides: [gspoWeights],
});
