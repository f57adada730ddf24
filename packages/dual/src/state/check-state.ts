import { CfcError, describe } from '@cfc/core';
import type { ConstraintState, DualState } from '../contract.js';
import { checkShape } from './check-shape.js';

/** @throws `INPUT_INVALID` where a state is not one of this version, or of other constraints */
export function checkState(state: DualState, names: readonly string[]): void {
  const refuse = (what: string, where: string, fix: string): never => {
    throw new CfcError('INPUT_INVALID', what, `state${where}`, fix);
  };

  if (state?.version !== 1)
    refuse(
      `the version is ${describe((state as { version?: unknown } | null)?.version)}`,
      '.version',
      'Give a state of version 1.',
    );
  if (!Number.isInteger(state.step) || state.step < 0)
    refuse(`${describe(state.step)} is no number of steps`, '.step', 'Give a whole number of at least 0.');
  if ((state.warmUp ?? null) !== null) checkShape(state.warmUp, { from: 0, steps: 0 }, 'state.warmUp');
  const { constraints } = state as { readonly constraints?: unknown };
  if (typeof constraints !== 'object' || constraints === null)
    refuse(`the constraints are ${describe(constraints)}`, '.constraints', 'Give what state() returned.');
  const given = Object.keys(state.constraints);
  const missing = names.filter((name) => !given.includes(name));
  const foreign = given.filter((name) => !names.includes(name));
  if (missing.length + foreign.length > 0) {
    const what = `missing: ${missing.join(', ') || 'none'}; not in the configuration: ${foreign.join(', ') || 'none'}`;
    refuse(what, '.constraints', 'Give the state of an engine with the same constraints.');
  }
  for (const name of names) {
    const { multiplier, rules } = state.constraints[name] ?? ({} as Partial<ConstraintState>);
    if (typeof rules !== 'object' || rules === null)
      refuse(`the rules are ${describe(rules)}`, `.constraints.${name}`, 'Give what state() returned.');
    if (!Number.isFinite(multiplier))
      refuse(`the multiplier is ${describe(multiplier)}`, `.constraints.${name}`, 'Give a finite number.');
  }
}
