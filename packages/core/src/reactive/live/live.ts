import type { Vector } from '../../contract/energy.js';
import type { Backend } from '../../contract/system.js';
import type { System } from '../../system/define.js';
import { readOne } from '../../system/read-eta.js';
import { type Additions, checkAdditions } from './check.js';
import { checkChange, moduleAt } from './modules.js';
import { addCoupling, addModule, removeAdded, removeModule, removePacked, replaceModule } from './edit.js';
import { type Present, presentOf } from './present.js';
import { type Removals, resolve } from './resolve.js';
import { retake } from './retake.js';
import { type RowError, place, sceneOf, settle } from './settle.js';
import { type State, stateOf } from './state.js';
import { inOrder, residualOf } from './views.js';

/** After this many changes, as a share of the couplings, everything is packed anew; at least so many. */
const SHARE = 1 / 8;
const LEAST = 1000;

/** Share of the tolerance that is kept for the rounding that the maintained gradient gathers. */
const MARGIN = 1e-6;

export interface LiveOptions {
  readonly backend: Backend;
  readonly tolerance: number;
}

/**
 * A system at work: its order parameters, their gradient, and the queue of rows that have to move. Changes come in pairs: a
 * change of state (`read` and `place`, `change`, `add`, `remove`), then `settle`; the gradient has to be fresh. All errors of what is handed in are
 * thrown before anything changes.
 */
export class Live {
  readonly #options: LiveOptions;
  #state: State;
  /** The number of the next coupling. */
  #next: number;
  /** Changes of the structure since everything was packed. */
  #changes = 0;
  /** Whether the gradient has to be taken anew. */
  #stale = true;

  constructor(system: System, options: LiveOptions) {
    this.#options = { ...options, tolerance: options.tolerance * (1 - MARGIN) };
    this.#state = stateOf(system, null, this.#options);
    this.#next = this.#state.places.count;
  }

  get size(): number {
    return this.#state.names.size;
  }

  /** Whether rows are left above the tolerance. */
  get waiting(): boolean {
    return this.#state.base.queue.count > 0 || this.#state.base.queue.stuck > 0;
  }

  etaOf(id: string): number {
    return this.#state.base.eta[this.#state.names.slotOf(id, 'etaOf')]!;
  }

  /** The order parameters in the order of definition, copied. */
  eta(): Float64Array {
    return inOrder(this.#state, this.#state.base.eta);
  }

  gradient(): Float64Array {
    this.freshen();
    return inOrder(this.#state, this.#state.base.gradient);
  }

  /** max |η - clip(η - g)|. */
  residual(): number {
    this.freshen();
    return residualOf(this.#state);
  }

  /** Takes other order parameters; rows whose value differs count as moved where `counted`. */
  load(eta: Vector, counted: boolean): void {
    const { base, names } = this.#state;
    const order = names.order();
    for (let i = 0; i < order.length; i++) {
      const slot = order[i]!;
      const old = base.eta[slot]!;
      if (old === eta[i]) continue;
      base.eta[slot] = eta[i]!;
      if (counted) base.queue.note(slot, old);
    }
    this.#stale = true;
  }

  /** Takes the gradient anew where it is out of date; rows above the tolerance join the queue. */
  freshen(): void {
    if (!this.#stale) return;
    retake(this.#state);
    this.#stale = false;
  }

  /** Where a module stands, and the order parameter that it reads off an input. */
  read(id: string, input: unknown): { readonly slot: number; readonly eta: number } {
    const slot = this.#state.names.slotOf(id, 'update');
    const { name, family, options } = moduleAt(this.#state, slot);
    return { slot, eta: readOne(name, id, () => family.eta(input, options)) };
  }

  place(slot: number, eta: number): void {
    place(this.#state, slot, eta);
  }

  /** Steps rows until none waits or the budget is used up; returns how many were stepped. */
  settle(budget: number): number {
    return settle(this.#state, budget);
  }

  /** The ids of the modules that moved since the last call and are not back where they were. */
  moved(): string[] {
    const { names, base } = this.#state;
    const ids: string[] = [];
    base.queue.drain((slot, from) => {
      if (base.eta[slot] !== from) ids.push(names.at(slot));
    });
    return ids;
  }

  /** Where a failure happened: the order parameters, where one of them was to go, and whose that is. */
  scene(error: RowError): ReturnType<typeof sceneOf> {
    return sceneOf(this.#state, this.eta(), error);
  }

  /** Puts all order parameters back to where they were at the last call of `moved`. */
  rollback(): void {
    const { queue, eta } = this.#state.base;
    queue.clear();
    queue.drain((slot, from) => {
      eta[slot] = from;
    });
    this.#stale = true;
  }

  /** @returns the options as they were */
  change(id: string, given: unknown): Readonly<Record<string, unknown>> {
    const { slot, use } = checkChange(this.#state, id, given);
    const before = { ...moduleAt(this.#state, slot).options } as Readonly<Record<string, unknown>>;
    if (!this.#state.added.modules.has(slot)) this.#changes++;
    replaceModule(this.#state, slot, use);
    this.#packIfDue(0);
    return before;
  }

  /** @returns the numbers of the new couplings */
  add(given: Additions): readonly number[] {
    const { modules, couplings } = checkAdditions(this.#state, given);
    if (modules.length > this.#state.names.room) this.#pack(modules.length);
    for (const { id, use, eta } of modules) addModule(this.#state, id, use, eta);
    const { names, base } = this.#state;
    const numbers = couplings.map(({ use, between }) => {
      const [a, b] = between.map((id) => names.slotOf(id, 'add')) as [number, number];
      const { signals, weights } = base.system;
      const quartic = base.folded === null ? null : (use.family.fold?.(use.options, signals) ?? null);
      const weight = weights[`coup:${use.name}`] ?? 1;
      addCoupling(this.#state, { number: this.#next, use, a, b, weight, quartic });
      return this.#next++;
    });
    this.#packIfDue(modules.length + couplings.length);
    return numbers;
  }

  remove(given: Removals): void {
    const { modules, packed, added } = resolve(this.#state, given);
    for (const code of packed) removePacked(this.#state, code);
    for (const coupling of added) removeAdded(this.#state, coupling);
    for (const { id, slot } of modules) removeModule(this.#state, id, slot);
    this.#packIfDue(packed.size + added.size + modules.length);
  }

  present(): Present {
    return presentOf(this.#state);
  }

  #packIfDue(changes: number): void {
    this.#changes += changes;
    const { places, names } = this.#state;
    if (this.#changes > Math.max(LEAST, SHARE * (places.count + names.size))) this.#pack(0);
  }

  /** Packs everything anew, with room for further modules. */
  #pack(more: number): void {
    const old = this.#state;
    const eta = this.eta();
    const { system, numbers } = this.present();
    this.#state = stateOf(system, numbers, this.#options, more);
    this.#state.base.eta.set(eta);
    this.#changes = 0;
    this.#stale = true;
    old.base.engine.arena.release();
    this.freshen();
  }
}
