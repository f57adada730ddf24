import { definePlugin } from '@cfc/core';
import { connectivity } from './connectivity.js';

/** Provides `ConnectivityModule`. */
export const connectivityPlugin = definePlugin({
  name: '@cfc/modules-connectivity',
  version: '1.0.0',
  api: 1,
  provides: [connectivity],
});
