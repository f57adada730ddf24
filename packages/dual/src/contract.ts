/** The types that the parts of the package share. */
export type * from './contract/config.js';
export type * from './contract/alert.js';
export type * from './contract/parts.js';
export type * from './contract/rule.js';
export type * from './contract/state.js';
export type * from './contract/step.js';
