import { definePlugin } from '@cfc/core';
import { specimenCoupling } from './specimen-coupling.js';
import { specimenModule } from './specimen-module.js';

/** What scenarios find under the name of this package. `api` is the version of the contract, not that of the package. */
export const specimenPlugin = definePlugin({
  name: 'cfc-plugin-specimen',
  version: '0.0.0',
  api: 1,
  provides: [specimenModule, specimenCoupling],
});
