import { definePlugin } from '@cfc/core';
import { attentionModule } from './attention-module.js';

/** Provides `AttentionModule`. */
export const attentionPlugin = definePlugin({
  name: '@cfc/modules-attention',
  version: '1.0.0',
  api: 1,
  provides: [attentionModule],
});
