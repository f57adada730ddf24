import { definePlugin } from '@cfc/core';
import { asAdapter } from './as-adapter.js';

/** Provides `Dual`. */
export const dualPlugin = definePlugin({
  name: '@cfc/dual',
  version: '1.0.0',
  api: 1,
  provides: [asAdapter],
});
