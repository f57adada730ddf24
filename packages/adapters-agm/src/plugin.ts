import { definePlugin } from '@cfc/core';
import { agm } from './agm.js';

/** Provides `Agm`. */
export const agmPlugin = definePlugin({
  name: '@cfc/adapters-agm',
  version: '1.0.0',
  api: 1,
  provides: [agm],
});
