import { defineAdapter } from '@cfc/core';
import { options } from './options.js';
import { smallGainOf } from './small-gain-of.js';

/**
 * Raises the weights of couplings with the stability margin as the budget, after each accepted step.
 *
 * The step in use is step_i = theta / r_i(1) of each row, r_i(1) being its Gershgorin bound with all multipliers 1, or the
 * same `step` for all. It is certified where r_i < 2 / step_i; the margin of a row is 2 / step_i - r_i, the overall margin
 * the sum over rows. A unit of a coupling's multiplier costs what the family's `bend` adds to the rows. Of the
 * margin that a row has at multipliers 1 the share `rho` may be spent, in any one step and in all; the rest stays, so that
 * the step in use lowers the energy all along. `allocate` gives it to the couplings with the highest value per share of
 * margin: the value is the moving average of the squared gradient norm or, with `peek`, of the measured fall of the
 * unit-weight energy.
 * Couplings in rows beyond their certificate are lowered. Local terms keep multiplier 1.
 *
 * What is minimised is then another function than the unit-weight energy; with `anneal` all multipliers return to 1.
 *
 * Facts: `margin:rows`, `budget:global`, `spent:global`, `spent:rows`, `alloc:<key>`, `cost:<key>`, `score:<key>`; see `report`.
 * Source: the seed's allocator of stability margins (`SmallGainWeightAdapter`), whose defects `compat: 'seed'` repeats.
 */
export const smallGain = defineAdapter({
  name: 'SmallGain',
  meaning: 'raises couplings with the stability margin as the budget',
  options,
  make: smallGainOf,
});
