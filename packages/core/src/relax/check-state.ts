import type { Plan, RelaxState } from '../contract/relax.js';
import type { CompiledSystem } from '../contract/system.js';
import { CfcError, isCfcError, messageOf } from '../errors.js';
import { describe } from '../options/field.js';
import { take } from './step.js';

const outcomes: readonly unknown[] = [null, 'converged', 'stopped', 'refused'];

/**
 * Checks that a state which comes from elsewhere, read by `readState`, is one of this system and plan: sizes, order parameters in [0, 1],
 * counts, and, as what pieces remember is their own business, that a step can be taken from it. Costs one step.
 *
 * @param where what the state is called in errors
 * @throws `INPUT_INVALID` for a state of something else, or one that was changed; `ENERGY_INVALID` where a family fails there
 *
 * @example
 * const state = readState(text);
 * checkState(system, plan, state);
 * const solution = proceed(system, plan, state);
 */
export function checkState(system: CompiledSystem, plan: Plan, state: RelaxState, where = 'the state'): void {
  const refuse = (what: string): never => {
    throw new CfcError('INPUT_INVALID', what, where, 'Give a state of this very system and plan.');
  };
  const { size, terms } = system;
  const { point, weights, multipliers, evaluations, outcome } = state;
  const vector = (given: unknown, name: string, length: number): void => {
    if (!(given instanceof Float64Array)) refuse(`${name} is ${describe(given)}, not a vector`);
    else if (given.length !== length) refuse(`${name} has ${given.length} numbers, not ${length}`);
  };
  const count = (given: unknown, name: string): void => {
    if (!Number.isSafeInteger(given) || (given as number) < 0) refuse(`${name} is ${describe(given)}, not a count`);
  };
  vector(point?.eta, 'point.eta', size);
  if (!point.eta.every((eta) => eta >= 0 && eta <= 1)) refuse('an order parameter is not in [0, 1]');
  if (typeof point.energy !== 'number') refuse(`point.energy is ${describe(point.energy)}, not a number`);
  if (point.gradient !== null) vector(point.gradient, 'point.gradient', size);
  vector(weights, 'weights', terms.length);
  vector(multipliers, 'multipliers', terms.length);
  if (![...weights, ...multipliers].every((weight) => weight >= 0 && weight < Infinity)) refuse('a weight is below 0');
  count(state.steps, 'steps');
  count(state.accepted, 'accepted');
  count(evaluations?.energy, 'evaluations.energy');
  count(evaluations.gradient, 'evaluations.gradient');
  if (!outcomes.includes(outcome)) refuse(`the outcome is ${describe(outcome)}`);
  if (outcome !== null) return;
  try {
    take(system.inner ?? system, plan, state);
  } catch (error) {
    if (isCfcError(error)) throw error;
    refuse(`what a piece of the plan remembers is not its own: ${messageOf(error)}`);
  }
}
