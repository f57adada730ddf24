/** The stability margin as a budget: an allocator, the weight adapter built on it, and the certified step. */
export { allocate } from './allocate.js';
export type { Allocation, Ledger, Request } from './allocation.js';
export type { Caps } from './caps.js';
export { marginsOf } from './margins.js';
export type { Margins, StepInUse } from './margins.js';
export { smallGainPlugin } from './plugin.js';
export { smallGain } from './small-gain.js';
export { smallGainConservative } from './small-gain-conservative.js';
export { smallGainFast } from './small-gain-fast.js';
export type { TermRows } from './term-rows.js';
export type { SmallGainState } from './small-gain-of.js';
/** Part of the core, where `Fista` takes the same steps. */
export { smallGainLimit } from '@cfc/core';
