import type { Point } from '../contract/pieces.js';
import type { RelaxState, Solution, StepEvent } from '../contract/relax.js';
import type { CompiledSystem } from '../contract/system.js';
import { sameWeights } from './weights.js';

/** A state as the solution that it stands for. */
export function solutionOf(system: CompiledSystem, state: RelaxState): Solution {
  const { eta: vector, energy } = state.point;
  const { ids, terms } = system;
  return {
    outcome: state.outcome ?? 'stopped',
    reason: state.reason ?? 'interrupted',
    steps: state.steps,
    get eta() {
      return Object.fromEntries(ids.map((id, i) => [id, vector[i]!]));
    },
    vector,
    energy,
    unitEnergy: system.energy(vector, system.unit),
    weights: Object.fromEntries(terms.map(({ key }, t) => [key, state.weights[t]!])),
    evaluations: state.evaluations,
    state,
  };
}

/** The event of a step; its unit-weight energy is computed when read. */
export function eventOf(
  system: CompiledSystem,
  seen: Pick<StepEvent, 'step' | 'accepted' | 'reason' | 'change' | 'weights' | 'facts' | 'warnings'> & {
    point: Point;
  },
): StepEvent {
  const { point, ...rest } = seen;
  const { eta, energy } = point;
  return {
    ...rest,
    eta,
    energy,
    get unitEnergy() {
      return sameWeights(rest.weights, system.unit.weights) ? energy : system.energy(eta, system.unit);
    },
  };
}
