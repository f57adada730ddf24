import type { Observer, Plan, RelaxState, Solution } from '../contract/relax.js';
import { solutionOf } from '../relax/solution.js';
import { advance, begin } from '../relax/step.js';
import type { Reactor } from './reactor.js';

/**
 * Runs a plan from the state of a reactor, which follows every step, so that whoever hears of one finds it there. Where that
 * changes something, the run goes on from what it has become.
 */
export function relaxing(reactor: Reactor, plan: Plan, hear: Observer): Solution {
  let { system } = reactor;
  let state: RelaxState = begin(system, reactor.eta, plan);
  while (state.outcome === null) {
    const { state: next, event } = advance(system, plan, state);
    state = next;
    reactor.hold(event);
    const { version } = reactor;
    for (const observer of plan.observers ?? []) observer(event);
    hear(event);
    if (reactor.version === version) continue;
    system = reactor.system;
    const { steps, accepted, evaluations } = state;
    const begun = begin(system, reactor.eta, plan);
    const gradient = evaluations.gradient + begun.evaluations.gradient;
    state = {
      ...begun,
      steps,
      accepted,
      evaluations: { energy: evaluations.energy + begun.evaluations.energy, gradient },
    };
  }
  const solution = solutionOf(system, state);
  reactor.hold({ eta: solution.vector });
  return solution;
}
