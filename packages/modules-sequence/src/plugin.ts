import { definePlugin } from '@cfc/core';
import { sequenceConsistency } from './sequence-consistency.js';

/** Provides `SequenceConsistencyModule`. */
export const sequencePlugin = definePlugin({
  name: '@cfc/modules-sequence',
  version: '1.0.0',
  api: 1,
  provides: [sequenceConsistency],
});
