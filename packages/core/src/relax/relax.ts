import type { Etas, Observer, Plan, RelaxState, Solution, StepEvent } from '../contract/relax.js';
import type { CompiledSystem } from '../contract/system.js';
import { defaultPlan } from './default-plan.js';
import { checkCompiled, checkPlan } from './check-plan.js';
import { type Pool, poolOf } from './pool.js';
import { eventOf, solutionOf } from './solution.js';
import { advance, begin, started, take } from './step.js';
import { watched } from './watched.js';

/** The steps of a run, one event each; breaking out of the loop stops it. */
export function* steps(system: CompiledSystem, eta0: Etas, plan: Plan): Generator<StepEvent, Solution, void> {
  return yield* resumed(system, plan, begin(system, eta0, plan));
}

/** The remaining steps of a run that was begun, or read back from JSON. */
export function* resumed(system: CompiledSystem, plan: Plan, begun: RelaxState): Generator<StepEvent, Solution, void> {
  let state = begun;
  while (state.outcome === null) {
    const next = advance(system, plan, state);
    state = next.state;
    for (const observer of plan.observers ?? []) observer(next.event);
    yield next.event;
  }
  return solutionOf(system, state);
}

/**
 * Relaxes all order parameters until a stop rule, a refusal or a stationary point ends the run.
 *
 * @param eta0 order parameters in [0, 1], as a vector, a list or by id
 * @param plan the pieces of the run; `defaultPlan` where none is given
 * @throws what `begin` throws; `ENERGY_INVALID` (a family threw or is not finite)
 */
export function relax(system: CompiledSystem, eta0: Etas, plan: Plan = defaultPlan): Solution {
  checkCompiled(system);
  checkPlan(plan);
  const pool = poolOf(system.inner ?? system);
  return loop(system, plan, started(system, eta0, plan, pool.vector), pool);
}

/** Runs a begun relaxation to its end. */
export function proceed(system: CompiledSystem, plan: Plan, begun: RelaxState): Solution {
  return run(system, plan, begun);
}

/**
 * The same, with one more who hears of every step, after the plan's observers. The vectors of the run are used again and
 * again; those who hear are handed copies, unless all of them only borrow.
 */
function run(system: CompiledSystem, plan: Plan, begun: RelaxState, hear?: Observer): Solution {
  return loop(system, plan, begun, poolOf(system.inner ?? system), hear);
}

function loop(system: CompiledSystem, plan: Plan, begun: RelaxState, pool: Pool, hear?: Observer): Solution {
  const inner = system.inner ?? system;
  const observers = [...(plan.observers ?? []), ...(hear === undefined ? [] : [hear])];
  const borrowed = observers.every(({ borrows }) => borrows === true);
  const sums = watched(inner, plan, borrowed);
  let state: RelaxState = { ...begun, point: { ...begun.point, eta: pool.own(begun.point.eta) } };
  while (state.outcome === null) {
    const next = take(inner, plan, state, pool.vector, sums);
    state = next.state;
    if (observers.length > 0) {
      const event = eventOf(system, next.step, borrowed);
      for (const observer of observers) observer(event);
    }
    pool.reclaim(state);
  }
  return solutionOf(system, pool.detached(state));
}
