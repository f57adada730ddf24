import { definePlugin } from '@cfc/core';
import { gradNorm } from './grad-norm.js';

/** Provides `GradNorm`. */
export const gradNormPlugin = definePlugin({
  name: '@cfc/adapters-gradnorm',
  version: '1.0.0',
  api: 1,
  provides: [gradNorm],
});
