import type { Vector } from '../contract/energy.js';
import type { Etas, Plan, Solution, StepEvent } from '../contract/relax.js';
import type { CompiledSystem } from '../contract/system.js';
import { checkPlan } from '../relax/check-plan.js';
import { defaultPlan } from '../relax/default-plan.js';
import { type System, checkDefined } from '../system/define.js';
import { checkEta, readEta } from '../system/read-eta.js';
import { Deliveries } from './deliveries.js';
import { type Stream, follow, pairsOf } from './follow.js';
import type { Additions } from './live/check.js';
import type { Removals } from './live/resolve.js';
import { type CoordinatorOptions, checkedOptions } from './options.js';
import { Reactor } from './reactor.js';
import { relaxing } from './relaxing.js';
import type { Added, Settled } from './settled.js';

/** What can be listened to. */
export interface CoordinatorEvents {
  /** After every step of `relax`, refused ones included. */
  readonly step: StepEvent;
  /** After every accepted step. */
  readonly accepted: StepEvent;
  /** When a relaxation ends. */
  readonly solution: Solution;
  /** After an update, change, addition or removal that moved some module. */
  readonly moved: Settled;
}

/** One input: the module's id, and what it reads. */
export type Update<Inputs extends object> = {
  readonly [Id in Extract<keyof Inputs, string>]: readonly [id: Id, input: Inputs[Id]];
}[Extract<keyof Inputs, string>];

/**
 * The stateful face of a system: holds the order parameters and their gradient, relaxes them, tells listeners.
 *
 * `relax` runs the plan over everything. `update`, `change`, `add` and `remove` relax locally: the cost of each is in
 * proportion to what it moves, not to the size of the system. After each of them every residual |η - clip(η - g)| of the
 * unit-weight energy is within the tolerance.
 *
 * A listener may call any method: it runs at once, on a consistent state, and what it tells is told after the present event.
 * A listener that throws keeps nothing from the others; the first error is thrown by the method that was called.
 */
export class EnergyCoordinator<Inputs extends object = Readonly<Record<string, unknown>>> {
  readonly plan: Plan;
  readonly #events = new Deliveries<CoordinatorEvents>(['step', 'accepted', 'solution', 'moved']);
  readonly #reactor: Reactor;

  /**
   * @param plan what `relax` does; `defaultPlan` where none is given
   * @param eta0 order parameters to begin with; 0 where none are given
   * @param options of the local relaxation: `tolerance`, `budget`, `backend`
   * @throws `INPUT_INVALID`, `OPTION_UNKNOWN`, `OPTION_INVALID`
   */
  constructor(source: System<Inputs>, plan: Plan = defaultPlan, eta0?: Etas, options?: CoordinatorOptions) {
    checkDefined(source);
    checkPlan(plan);
    const eta = eta0 === undefined ? new Float64Array(source.size) : checkEta(source, eta0);
    this.plan = plan;
    this.#reactor = new Reactor(source as System, eta, checkedOptions(options));
  }

  /** The system as it is, compiled; after additions, removals and changes of options anew when asked for. */
  get system(): CompiledSystem {
    return this.#reactor.system;
  }

  /** The order parameters as they are, in the order of `system.ids`. */
  get eta(): Vector {
    return this.#reactor.eta;
  }

  /** One order parameter, in [0, 1], at any size in the same time. Throws `NAME_UNKNOWN`. */
  etaOf(id: string): number {
    return this.#reactor.live.etaOf(id);
  }

  /** The maintained gradient of the unit-weight energy, copied. */
  gradient(): Vector {
    return this.#reactor.fresh().gradient();
  }

  /** max |η - clip(η - g)|: how far the order parameters are from stationary in the box. */
  residual(): number {
    return this.#reactor.fresh().residual();
  }

  /** Reads all order parameters off their inputs and holds them. */
  computeEtas(inputs: Inputs): Vector {
    this.#reactor.hold({ eta: readEta(this.#reactor.source, inputs as Readonly<Record<string, unknown>>) });
    return this.eta;
  }

  /** The unit-weight energy of the order parameters held, or of others. */
  energy(eta: Vector = this.eta): number {
    return this.system.energy(checkEta(this.system, eta), this.system.unit);
  }

  /**
   * Relaxes by the plan, or by another one this time, from the order parameters held, and holds the result. Where a listener
   * changes something on the way, the run goes on from there: the plan's pieces begin anew, the count of steps goes on.
   */
  relax(plan: Plan = this.plan): Solution {
    const solution = relaxing(this.#reactor, plan, (event) => {
      this.#events.tell('step', event);
      if (event.accepted) this.#events.tell('accepted', event);
    });
    this.#events.tell('solution', solution);
    return solution;
  }

  /**
   * Reads one module's order parameter anew and relaxes what that disturbs.
   *
   * An order parameter is a variable of the energy, not a datum: the module starts at what it read and moves on from there. In
   * a system with one minimum (a convex one) it ends where it was before, within the tolerance; to make an input count for
   * good, `change` the options that it stands for.
   *
   * @throws `NAME_UNKNOWN`, `INPUT_INVALID`; `ENERGY_INVALID` where a family fails on the way. The state is then as before.
   */
  update<Id extends Extract<keyof Inputs, string>>(id: Id, input: Inputs[Id]): Settled {
    return this.#told(this.#reactor.update([[id, input]]));
  }

  /**
   * Several inputs at once, by id or as pairs [id, input] in order; all are read before anything changes, and settled once.
   *
   * @throws as `update`
   */
  updateMany(changes: Partial<Inputs> | Iterable<Update<Inputs>>): Settled {
    return this.#told(this.#reactor.update(pairsOf(changes)));
  }

  /**
   * Gives one module other options, those not named staying as they are, and relaxes what that disturbs.
   *
   * @throws `NAME_UNKNOWN`, `OPTION_UNKNOWN`, `OPTION_INVALID`, `INPUT_INVALID`, `ENERGY_INVALID`; nothing has changed then
   */
  change(id: string, options: Readonly<Record<string, unknown>>): Settled {
    const { settled } = this.#reactor.edit(
      (live) => live.change(id, options),
      (live, before) => live.change(id, before),
    );
    return this.#told(settled);
  }

  /**
   * Adds modules and couplings and relaxes what they disturb. New modules come last in the order of ids, and stand at `eta`, or
   * at 0. Nothing else is packed again, but after so many changes that it is due. In TypeScript, declare the coordinator as
   * `EnergyCoordinator` without inputs to update modules that were added.
   *
   * @returns also the numbers of the new couplings: couplings are numbered in the order of definition, additions go on counting
   * @throws `INPUT_INVALID`, `OPTION_UNKNOWN`, `NAME_TAKEN`, `NAME_UNKNOWN`, `ENERGY_INVALID`; nothing has changed then
   */
  add(given: Additions): Added {
    const { settled, result: couplings } = this.#reactor.edit(
      (live) => live.add(given),
      (live, numbers) => live.remove({ modules: Object.keys(given.modules ?? {}), couplings: numbers }),
    );
    return this.#told({ ...settled, couplings });
  }

  /**
   * Removes modules with all their couplings, and couplings: by number, or all of a family between two modules.
   *
   * @throws `INPUT_INVALID` also where no module would be left, `OPTION_UNKNOWN`, `NAME_UNKNOWN`; nothing has changed then.
   * `ENERGY_INVALID` where a family fails on the way of the others: they are then as before, without what was removed
   */
  remove(given: Removals): Settled {
    return this.#told(
      this.#reactor.edit(
        (live) => live.remove(given),
        () => undefined,
      ).settled,
    );
  }

  /**
   * One update for each pair [id, input] of a stream, in order: none is lost or overtaken, and the next is asked for when the
   * present result was taken. At a bad input the loop ends with an error that says which it was; the updates before it stay.
   *
   * @example for await (const { moved } of coordinator.follow(source)) show(moved);
   */
  follow(source: Stream<Update<Inputs>>): AsyncGenerator<Settled, void, void> {
    return follow(source, (id, input) => this.#told(this.#reactor.update([[id, input]])));
  }

  /** Listens; the returned function ends it. Throws `NAME_UNKNOWN`. */
  on<Name extends keyof CoordinatorEvents>(
    name: Name,
    listener: (payload: CoordinatorEvents[Name]) => void,
  ): () => void {
    return this.#events.on(name, listener);
  }

  #told<Outcome extends Settled>(settled: Outcome): Outcome {
    if (settled.moved.length > 0) this.#events.tell('moved', settled);
    return settled;
  }
}
