import type { Vector } from '../contract/energy.js';
import type { Point, Seen, Step, Task, Verdict } from '../contract/pieces.js';
import type { Etas, Plan, RelaxState, StepEvent } from '../contract/relax.js';
import type { CompiledSystem, Environment } from '../contract/system.js';
import { ones } from '../numeric/vector.js';
import { checkEta } from '../system/read-eta.js';
import { checkCompiled, checkPlan } from './check-plan.js';
import { measure } from './measure.js';
import { eventOf } from './solution.js';
import { type Counter, blaming, requireCapabilities, taskOf } from './task.js';
import type { Taken } from './taken.js';
import { watched } from './watched.js';
import { sameWeights, weightsOf } from './weights.js';

const DEFAULT_REASON = 'the method found no step';

/** What ends a run: how, and why as a sentence. */
type End = Pick<RelaxState, 'outcome' | 'reason'>;
const GOES_ON: End = { outcome: null, reason: null };

/**
 * The state before the first step.
 *
 * @param eta0 order parameters in [0, 1], as a vector, a list or by id; copied
 * @throws `INPUT_INVALID`, `OPTION_UNKNOWN`, `OPTION_INVALID`, `CAPABILITY_MISSING`; what pieces refuse when they begin
 */
export function begin(system: CompiledSystem, eta0: Etas, plan: Plan): RelaxState {
  checkCompiled(system);
  checkPlan(plan);
  return started(system, eta0, plan);
}

/** The same for a system and a plan that were checked; `vector` makes the vectors of the start, see `Task`. */
export function started(given: CompiledSystem, eta0: Etas, plan: Plan, vector?: () => Float64Array): RelaxState {
  const system = given.inner ?? given;
  requireCapabilities(system, plan.method);
  if (plan.adapter !== undefined) requireCapabilities(system, plan.adapter);
  const counter: Counter = { energy: 0, gradient: 0 };
  const checked = checkEta(given, eta0, vector?.());
  const eta = given.inner === null ? checked : given.toInner(checked);
  const schedule = plan.schedule?.init(system.terms);
  let adapter = plan.adapter?.init(system.terms);
  let multipliers: Vector = ones(system.terms.length);
  if (plan.adapter?.atStart === true) {
    const at = taskOf(system, system.unit, 0, 0, counter).point(eta);
    ({ multipliers, state: adapter } = plan.adapter.adapt(
      measure(system, plan.adapter.needs, at, system.unit, multipliers),
      adapter,
    ));
  }
  const weights = weightsOf(system, plan, schedule, 0, multipliers);
  const task = taskOf(system, { weights }, 0, plan.seed ?? 0, counter, vector);
  const point = task.pointWithGradient(eta);
  const method = plan.method.init(task, point);
  const seen: Seen = { task, point, steps: 0, accepted: true, change: 0 };
  const { state: stop, verdict } = asked(plan, seen, plan.stop?.init());
  const settled =
    plan.schedule === undefined || sameWeights(weights, weightsOf(system, plan, schedule, 1, multipliers));
  const end = endOf(settled, null, verdict);
  return {
    point,
    steps: 0,
    accepted: 0,
    evaluations: { ...counter },
    weights,
    multipliers,
    ...end,
    method,
    stop,
    schedule,
    adapter,
  };
}

/**
 * One step: method, guard, stop, adapter (`adapt` after an accepted step alone), schedule. State in, state out; nothing that is
 * handed in changes, and a refused candidate leaves no trace in the point.
 */
export function advance(
  system: CompiledSystem,
  plan: Plan,
  state: RelaxState,
): { readonly state: RelaxState; readonly event: StepEvent } {
  const { state: next, step } = take(system.inner ?? system, plan, state);
  return { state: next, event: eventOf(system, step) };
}

/**
 * The step itself, on the inner system.
 *
 * @param vector makes the step's vectors; see `Task`
 * @param sums room for the sums of the terms where gradients are to bring them along
 */
export function take(
  system: CompiledSystem,
  plan: Plan,
  state: RelaxState,
  vector?: () => Float64Array,
  sums = watched(system, plan, false),
): { readonly state: RelaxState; readonly step: Taken } {
  const counter: Counter = { ...state.evaluations };
  const env: Environment = { weights: state.weights };
  const from: Point = { ...state.point };
  const task = taskOf(system, env, state.steps, plan.seed ?? 0, counter, vector, sums, from.eta);
  const steps = state.steps + 1;

  const step = blaming(task, from, () => plan.method.step(task, from, state.method));
  const refusal = refusalOf(plan, task, from, step);
  const accepted = refusal === null;
  const point = accepted ? step.to! : from;
  const change = accepted ? task.difference(from, point) : 0;

  let { schedule, adapter, multipliers } = state;
  let method = step.state;
  let stuck: End | null = null;
  let { facts, warnings = NONE } = step;
  const { state: stop, verdict } = asked(plan, { task, point, steps, accepted, change }, state.stop);

  if (accepted) {
    if (plan.adapter !== undefined) {
      const seen = measure(system, plan.adapter.needs, point, env, multipliers);
      const adapted = plan.adapter.adapt(seen, adapter);
      ({ multipliers, state: adapter } = adapted);
      facts = { ...facts, ...adapted.facts };
      warnings = [...warnings, ...(adapted.warnings ?? NONE)];
    }
  } else {
    const retry = plan.method.refused?.(method) ?? null;
    const gentler = plan.schedule?.refused?.(schedule, system.terms) ?? null;
    method = retry ?? method;
    schedule = gentler ?? schedule;
    const eased = plan.adapter?.refused?.(multipliers, adapter) ?? null;
    if (eased !== null) ({ multipliers, state: adapter } = eased);
    if (retry === null && gentler === null && eased === null) {
      stuck = { outcome: step.stationary === true ? 'converged' : 'refused', reason: refusal };
    }
  }

  const still = plan.schedule === undefined && multipliers === state.multipliers;
  const weights = still ? state.weights : weightsOf(system, plan, schedule, steps, multipliers);
  const settled = sameWeights(weights, state.weights);
  const end = endOf(settled, stuck, verdict);
  const next = settled ? point : taskOf(system, { weights }, steps, 0, counter).point(point.eta);
  return {
    state: {
      point: next,
      steps,
      accepted: state.accepted + (accepted ? 1 : 0),
      evaluations: counter,
      weights,
      multipliers,
      outcome: end.outcome,
      reason: end.reason,
      method,
      stop,
      schedule,
      adapter,
    },
    step: {
      step: steps,
      reason: refusal,
      point,
      change,
      weights: state.weights,
      facts,
      warnings,
      sums: task.sumsAt(point),
    },
  };
}

const NONE: readonly string[] = [];

/** Why the step is refused, or null where it is accepted. */
function refusalOf(plan: Plan, task: Task, from: Point, step: Step<unknown>): string | null {
  if (step.to === null) return step.reason ?? DEFAULT_REASON;
  const verdict = plan.guard?.check(task, from, step.to) ?? { accept: true };
  return verdict.accept ? null : verdict.reason;
}

/**
 * Whether the run ends here. While the weights are still moving nothing counts as converged, and no method as
 * stuck: under the next weights another step may be found.
 */
function endOf(settled: boolean, stuck: End | null, verdict: Verdict | null): End {
  if (!settled) {
    const stopped = verdict?.converged === true ? verdict.otherwise : verdict;
    return stopped?.converged === false ? ended(stopped) : GOES_ON;
  }
  if (verdict?.converged === true) return ended(verdict);
  return stuck ?? (verdict === null ? GOES_ON : ended(verdict));
}

const ended = ({ converged, reason }: Verdict): End => ({ outcome: converged ? 'converged' : 'stopped', reason });

function asked(plan: Plan, seen: Seen, state: unknown): { state: unknown; verdict: Verdict | null } {
  return plan.stop === undefined ? { state, verdict: null } : plan.stop.check(seen, state);
}
