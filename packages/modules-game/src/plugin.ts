import { definePlugin } from '@cfc/core';
import { gameModule } from './modules/game-module.js';
import { nashModule } from './modules/nash-module.js';
import { regretModule } from './modules/regret-module.js';

/** Provides `NashModule`, `GameModule` and `RegretModule`. */
export const gamePlugin = definePlugin({
  name: '@cfc/modules-game',
  version: '1.0.0',
  api: 1,
  provides: [nashModule, gameModule, regretModule],
});
