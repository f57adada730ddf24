import { CfcError } from '@cfc/core';
import type { ConstraintState, Rule } from '../contract.js';

/** Throws `INPUT_INVALID` where a state was made by other rules than those of the chain: another controller, or a rule more or less. */
export function checkRules({ rules: given }: ConstraintState, rules: readonly Rule[], where: string): void {
  const names = rules.filter(({ state }) => state !== undefined).map(({ name }) => name);
  const missing = names.filter((name) => !Object.hasOwn(given, name));
  const foreign = Object.keys(given).filter((name) => !names.includes(name));
  if (missing.length + foreign.length === 0) return;
  const what = `rules without a state: ${missing.join(', ') || 'none'}; states of no rule: ${foreign.join(', ') || 'none'}`;
  throw new CfcError('INPUT_INVALID', what, where, 'Give the state of an engine with the same rules and controller.');
}
