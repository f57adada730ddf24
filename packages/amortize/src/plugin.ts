import { definePlugin } from '@cfc/core';
import { activeSet } from './active/active-set.js';
import { competenceSchedule } from './curriculum/competence-schedule.js';

/** Provides `ActiveSet` and `Competence`. */
export const amortizePlugin = definePlugin({
  name: '@cfc/amortize',
  version: '1.0.0',
  api: 1,
  provides: [activeSet, competenceSchedule],
});
