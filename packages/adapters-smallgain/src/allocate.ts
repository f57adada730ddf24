import { CfcError } from '@cfc/core';
import type { Allocation, Request } from './allocation.js';
import { checkCaps } from './caps.js';
import { spend } from './spend.js';
import { checkTermRows } from './term-rows.js';

/**
 * Divides stability margins among terms: a fractional knapsack with a budget for every row and one overall.
 *
 * Terms are served in the order of value per share of margin, v_t / max_i(c_ti / m_i), with m the margins and the overall
 * one counted as a row in which a term costs Σ_i c_ti; ties go to the lower index. Each gets what its caps allow and
 * what rho · m leaves in every row that it touches, in part where that is less. A term that costs nothing is served in
 * full. Where no term is valid or no margin is left the result is what was given.
 *
 * Pure: nothing given is changed or kept. Linear in the entries of `costs`, but for the sorting of terms.
 *
 * @throws `INPUT_INVALID` where lengths, rows, costs or multipliers do not fit; `OPTION_INVALID` for caps and rho
 * Source: G. Dantzig, Oper. Res. 5 (1957) 266, for one row; the seed's small-gain allocator for what it is used for.
 */
export function allocate(request: Request): Allocation {
  const { values, costs, rowMargins, globalMargin, caps, rho = 0.7 } = request;
  const multipliers = request.multipliers ?? new Float64Array(values.length).fill(1);
  checkCaps(caps);
  if (!(rho > 0 && rho < 1)) throw new CfcError('OPTION_INVALID', `is ${rho}`, 'allocate.rho', 'Give one in (0, 1).');
  if (Number.isNaN(globalMargin)) {
    throw new CfcError('INPUT_INVALID', 'is NaN', 'allocate.globalMargin', 'Give a number; 0 for no margin.');
  }
  if (multipliers.length !== values.length || !multipliers.every((multiplier) => multiplier >= 0)) {
    const what = `${multipliers.length} multipliers for ${values.length} terms, or one below 0`;
    throw new CfcError('INPUT_INVALID', what, 'allocate.multipliers', 'Give one number >= 0 for each value.');
  }
  checkTermRows(costs, values.length, rowMargins.length);
  return spend({ values, costs, rowMargins, globalMargin, caps, multipliers, rho });
}
