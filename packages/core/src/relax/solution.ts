import type { Vector } from '../contract/energy.js';
import type { RelaxState, Solution, StepEvent } from '../contract/relax.js';
import type { CompiledSystem, TermSums } from '../contract/system.js';
import type { Facts } from '../contract/pieces.js';
import type { Taken } from './taken.js';
import { copyOf } from '../numeric/short-copies.js';
import { sameWeights } from './weights.js';

/** A state as the solution that it stands for. */
export function solutionOf(system: CompiledSystem, state: RelaxState): Solution {
  const { eta, energy } = state.point;
  const { terms } = system;
  const vector = system.inner === null ? eta : system.toOuter(eta);
  return {
    outcome: state.outcome ?? 'stopped',
    reason: state.reason ?? 'interrupted',
    steps: state.steps,
    get eta() {
      return Object.fromEntries(system.ids.map((id, i) => [id, vector[i]!]));
    },
    vector,
    energy,
    unitEnergy: (system.inner ?? system).energy(eta, system.unit),
    weights: Object.fromEntries(terms.map(({ key }, t) => [key, state.weights[t]!])),
    evaluations: state.evaluations,
    state,
  };
}

/**
 * The event of a step; its unit-weight energy is computed when read.
 *
 * @param borrowed whether the order parameters may be the run's own vector, not a copy
 */
export function eventOf(system: CompiledSystem, taken: Taken, borrowed = false): StepEvent {
  return new Step(system, taken, borrowed);
}

/** A class, since objects with getters of their own are slow to make. */
class Step implements StepEvent {
  readonly step: number;
  readonly accepted: boolean;
  readonly reason: string | null;
  readonly eta: Vector;
  readonly energy: number;
  readonly change: number;
  readonly weights: Vector;
  readonly facts: Facts;
  readonly warnings: readonly string[];
  readonly #system: CompiledSystem;
  #sums: TermSums | undefined;

  constructor(
    system: CompiledSystem,
    { step, reason, point, change, weights, facts, warnings, sums }: Taken,
    borrowed: boolean,
  ) {
    this.step = step;
    this.accepted = reason === null;
    this.reason = reason;
    this.eta = system.inner !== null ? system.toOuter(point.eta) : borrowed ? point.eta : copyOf(point.eta);
    this.energy = point.energy;
    this.change = change;
    this.weights = weights;
    this.facts = facts;
    this.warnings = warnings;
    this.#system = system;
    this.#sums = sums;
  }

  get unitEnergy(): number {
    const { unit } = this.#system;
    return sameWeights(this.weights, unit.weights) ? this.energy : this.#system.energy(this.eta, unit);
  }

  get termSums(): TermSums {
    return (this.#sums ??= this.#system.termSums(this.eta, this));
  }
}
