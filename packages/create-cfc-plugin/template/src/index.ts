/** A module and a coupling for `@cfc/core`, and the plugin that offers them to scenarios by name. */
export { specimenCoupling } from './specimen-coupling.js';
export { specimenModule, type SpecimenInput } from './specimen-module.js';
export { specimenPlugin } from './plugin.js';
