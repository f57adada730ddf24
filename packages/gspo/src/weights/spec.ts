import { CfcError, choice, describe, fill, type Given, integer, number, type Options } from '@cfc/core';
import { layouts } from '../tokens/layout.js';

const fields = {
  hidden: integer(32, 'units of the recurrent state', { min: 1, max: 4096 }),
  count: integer(9, 'levels of multipliers, and of the ratios shown', { min: 2, max: 256 }),
  lowest: number(0.25, 'lowest multiplier', { above: 0 }),
  highest: number(4, 'highest multiplier', { above: 0 }),
  layout: choice('interleaved', layouts, 'in which order ratios and multipliers are read'),
};

/** What a policy of weights is made of: plain data. */
export interface WeightSpec extends Options<typeof fields> {
  /** Keys of the terms that have a token of their own; any other one is a local term or a coupling. */
  readonly terms: readonly string[];
}

/**
 * Options: `hidden` (32), `count` of levels (9), `lowest` > 0 (0.25) and `highest` (4) multiplier, evenly in their logarithm,
 * `layout` (`interleaved`), `terms` (none).
 *
 * @throws `OPTION_INVALID`
 */
export function weightSpec({
  terms = [],
  ...given
}: Given<typeof fields> & { readonly terms?: readonly string[] } = {}): WeightSpec {
  if (!Array.isArray(terms) || !terms.every((key) => typeof key === 'string')) {
    const what = `${describe(terms)} is not a list of keys`;
    throw new CfcError('OPTION_INVALID', what, 'weightSpec.terms', 'Give keys like coup:QuadraticCoupling.');
  }
  return Object.freeze({ ...fill(fields, given, 'weightSpec'), terms: Object.freeze([...new Set(terms)]) });
}
