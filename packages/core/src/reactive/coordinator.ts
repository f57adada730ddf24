import type { Vector } from '../contract/energy.js';
import type { Etas, Plan, Solution, StepEvent } from '../contract/relax.js';
import type { CompiledSystem } from '../contract/system.js';
import { CfcError } from '../errors.js';
import { checkPlan } from '../relax/check-plan.js';
import { run } from '../relax/relax.js';
import { begin } from '../relax/step.js';
import { compile } from '../system/compile.js';
import type { System } from '../system/define.js';
import { checkEta, readEta, readOneEta } from '../system/read-eta.js';

/** What can be listened to. */
export interface CoordinatorEvents {
  /** After every step, refused ones included. */
  readonly step: StepEvent;
  /** After every accepted step. */
  readonly accepted: StepEvent;
  /** When a relaxation ends. */
  readonly solution: Solution;
}

/**
 * The stateful face of a system: holds the order parameters, relaxes them, tells listeners.
 *
 * All work is done by the pure functions beneath (`readEta`, `relax`); this class only remembers.
 */
export class EnergyCoordinator<Inputs extends object = Readonly<Record<string, unknown>>> {
  readonly system: CompiledSystem;
  readonly plan: Plan;
  readonly #source: System<Inputs>;
  readonly #listeners = new Map<string, Set<(payload: never) => void>>();
  #eta: Vector;

  /** @param eta0 order parameters to begin with; 0 where none are given */
  constructor(source: System<Inputs>, plan: Plan, eta0?: Etas) {
    checkPlan(plan);
    this.system = compile(source as System);
    this.plan = plan;
    this.#source = source;
    this.#eta = eta0 === undefined ? new Float64Array(source.size) : checkEta(this.system, eta0);
  }

  /** The order parameters as they are. */
  get eta(): Vector {
    return this.#eta;
  }

  /** Reads all order parameters off their inputs and holds them. */
  computeEtas(inputs: Inputs): Vector {
    this.#eta = readEta(this.#source, inputs);
    return this.#eta;
  }

  /** The unit-weight energy of the order parameters held, or of others. */
  energy(eta: Vector = this.#eta): number {
    return this.system.energy(checkEta(this.system, eta), this.system.unit);
  }

  /** Relaxes from the order parameters held and holds the result. */
  relax(): Solution {
    const solution = run(this.system, this.plan, begin(this.system, this.#eta, this.plan), (event) => {
      this.#tell('step', event);
      if (event.accepted) this.#tell('accepted', event);
    });
    this.#eta = solution.vector;
    this.#tell('solution', solution);
    return solution;
  }

  /** Reads one module's order parameter anew and relaxes on from there. */
  update<Id extends Extract<keyof Inputs, string>>(id: Id, input: Inputs[Id]): Solution {
    const eta = Float64Array.from(this.#eta);
    eta[this.#source.indexOf(id)] = readOneEta(this.#source as System, id, input);
    this.#eta = eta;
    return this.relax();
  }

  /** Listens; the returned function ends it. */
  on<Name extends keyof CoordinatorEvents>(
    name: Name,
    listener: (payload: CoordinatorEvents[Name]) => void,
  ): () => void {
    if (!['step', 'accepted', 'solution'].includes(name)) {
      throw new CfcError('NAME_UNKNOWN', `no event "${name}"`, 'on', 'Known: step, accepted, solution.');
    }
    const set = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, set);
    set.add(listener);
    return () => void set.delete(listener);
  }

  #tell<Name extends keyof CoordinatorEvents>(name: Name, payload: CoordinatorEvents[Name]): void {
    for (const listener of this.#listeners.get(name) ?? [])
      (listener as (given: CoordinatorEvents[Name]) => void)(payload);
  }
}
