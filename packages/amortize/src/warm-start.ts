import {
  type CompiledSystem,
  type Plan,
  type RelaxState,
  type Vector,
  CfcError,
  begin,
  checkEta,
  defaultPlan,
} from '@cfc/core';

/** The start that was chosen. */
export interface WarmStart {
  readonly eta: Vector;
  /** Whose proposal it is; null where what was read is at least as low. */
  readonly chosen: string | null;
  /** The run begun there, for `proceed` or `resumed`: its first evaluation is made. */
  readonly state: RelaxState;
  /** Evaluations made: one for what was read, which any run makes, and one for each proposal; see below for adapters. */
  readonly evaluations: number;
}

/**
 * Begins a run from the start with the lowest energy, of what was read and what is proposed. A proposal is never trusted: a
 * bad one costs one evaluation, and so does a good one, since the energy comes with the gradient that the run needs.
 *
 * Energies are compared under the plan's first weights; where an adapter makes those depend on the start, under the base
 * weights, at one evaluation more for each. Ties go to what was read, then to the earlier proposal.
 *
 * @param read order parameters to start from without a proposal
 * @param proposals by name; null for none
 * @param plan the pieces of the run; `defaultPlan` where none is given
 * @throws `INPUT_INVALID` for order parameters that do not fit: another number of them, one that is not in [0, 1]; what
 * `begin` throws
 *
 * @example
 * const { state, chosen } = warmStart(system, read, { last: previousSolution }, plan);
 * const solution = proceed(system, plan, state);
 */
export function warmStart(
  system: CompiledSystem,
  read: Vector,
  proposals: Readonly<Record<string, Vector | null>>,
  plan: Plan = defaultPlan,
): WarmStart {
  const given = Object.entries(proposals).flatMap(([name, eta]) =>
    eta === null ? [] : [{ chosen: name, eta: checked(system, eta, name) }],
  );
  const starts = [{ chosen: null, eta: checkEta(system, read) }, ...given];
  const begun = starts.map((start) => ({ ...start, state: begin(system, start.eta, plan) }));
  const same = begun.every(({ state }) => state.weights.every((weight, t) => weight === begun[0]!.state.weights[t]));
  const energies = begun.map(({ eta, state }) => (same ? state.point.energy : system.energy(eta, system.unit)));
  const best = energies.reduce((low, energy, k) => (energy < energies[low]! ? k : low), 0);
  const made = begun.reduce((sum, { state: { evaluations } }) => sum + evaluations.energy + evaluations.gradient, 0);
  return { ...begun[best]!, evaluations: made + (same ? 0 : starts.length) };
}

function checked(system: CompiledSystem, eta: Vector, name: string): Float64Array {
  try {
    return checkEta(system, eta);
  } catch (error) {
    const { code, what, where, fix } = error as CfcError;
    throw new CfcError(code, what, `proposals.${name}.${where}`, fix);
  }
}
