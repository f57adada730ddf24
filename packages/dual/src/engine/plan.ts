import { CfcError, type Options, choice, describe, fill, integer, number } from '@cfc/core';
import { type Family, families } from '../budgets/families.js';
import type { DualConfig } from '../contract.js';
import { type Settings, constraintSettings } from './options.js';

const fields = {
  rate: number(0.01, 'rate η of constraints that have none of their own', { above: 0 }),
  warmup: integer(0, 'steps over which the rate rises', { min: 0 }),
  order: choice('dualFirst', ['dualFirst', 'simultaneous'], 'whether weights hold the new or the old multipliers'),
};

/** A configuration that was checked and filled in. */
export interface DualPlan extends Options<typeof fields> {
  readonly settings: readonly Settings[];
  readonly families: readonly Family[];
}

/**
 * Checks a whole configuration before anything is made.
 *
 * @throws `OPTION_UNKNOWN`, `OPTION_INVALID` or `NAME_UNKNOWN`, each with the place of the mistake
 */
export function dualPlan(config: DualConfig): DualPlan {
  const where = 'dual';

  if (typeof config !== 'object' || config === null)
    throw new CfcError(
      'OPTION_INVALID',
      `the configuration is ${describe(config)}`,
      where,
      'Give { constraints: ... }.',
    );
  const { constraints, families: groups = [], alerts: _, ...rest } = config;
  const options = fill(fields, rest, where);

  if (typeof constraints !== 'object' || constraints === null || Object.keys(constraints).length === 0) {
    const what = `the constraints are ${describe(constraints)}`;
    throw new CfcError('OPTION_INVALID', what, `${where}.constraints`, 'Give at least one: { name: { target } }.');
  }
  const inherited = Object.keys(constraints).find((name) => name in Object.prototype);
  if (inherited !== undefined) {
    const what = `a constraint is called ${inherited}, which every map has already`;
    throw new CfcError('OPTION_INVALID', what, `${where}.constraints`, 'Give it another name.');
  }
  const settings = Object.entries(constraints).map(([name, given]) =>
    constraintSettings(name, given, options.rate, `${where}.constraints.${name}`),
  );
  return Object.freeze({ ...options, settings, families: families(groups, settings, where) });
}
