import type { Vector } from '../contract/energy.js';
import type { CompiledSystem } from '../contract/system.js';
import { CfcError } from '../errors.js';
import { auto } from '../relax/methods/auto.js';
import { monotone } from '../relax/guards/monotone.js';
import { anyOf } from '../relax/stops/any-of.js';
import { gradientBelow } from '../relax/stops/gradient-below.js';
import { maxSteps } from '../relax/stops/max-steps.js';
import { relax } from '../relax/relax.js';
import { compile } from '../system/compile.js';
import type { System } from '../system/define.js';
import { Live } from './live/live.js';
import { RowError } from './live/settle.js';
import type { checkedOptions } from './options.js';
import type { Settled } from './settled.js';

/** Order parameters that may be made when first looked at. */
export interface Held {
  readonly eta: Vector;
}

/** Share of the tolerance to which the batch solver works, so that rounding does not bring anybody back above it. */
const MARGIN = 0.5;

/**
 * The state behind a coordinator: the live system, where it is needed; the order parameters that a relaxation left, which it
 * takes over when it is next needed; and the compiled system, where that is needed.
 */
export class Reactor {
  readonly #options: ReturnType<typeof checkedOptions>;
  #source: System;
  #system: CompiledSystem | null = null;
  #live: Live | null = null;
  /** What there is to see; null where only the live system knows. */
  #held: Held | null;
  /** Whether the live system has the order parameters that are held. */
  #current = false;
  /** Whether the live system is another one than the source. */
  #edited = false;
  /** Grows with every change of the state. */
  version = 0;

  constructor(source: System, eta: Vector, options: ReturnType<typeof checkedOptions>) {
    this.#source = source;
    this.#held = { eta };
    this.#options = options;
  }

  /** The system as it is, defined. */
  get source(): System {
    if (this.#edited) this.#source = this.live.present().system;
    this.#edited = false;
    return this.#source;
  }

  /** The system as it is, compiled. */
  get system(): CompiledSystem {
    return (this.#system ??= compile(this.source, { backend: this.#options.backend }));
  }

  get eta(): Vector {
    return (this.#held ??= { eta: this.#live!.eta() }).eta;
  }

  /** Holds other order parameters. */
  hold(held: Held): void {
    this.#held = held;
    this.#current = false;
    this.version++;
  }

  /** The live system, at the order parameters held. */
  get live(): Live {
    try {
      this.#live ??= new Live(this.#source, this.#options);
    } catch (error) {
      throw this.system.faultAt(this.eta) ?? error;
    }
    if (!this.#current) this.#live.load(this.eta, false);
    this.#current = true;
    return this.#live;
  }

  update(pairs: readonly (readonly [string, unknown])[]): Settled {
    const live = this.fresh();
    const read = pairs.length === 1 ? [live.read(...pairs[0]!)] : pairs.map(([id, input]) => live.read(id, input));
    return this.#settled(live, () => {
      for (let k = 0; k < read.length; k++) live.place(read[k]!.slot, read[k]!.eta);
    });
  }

  /**
   * Changes the system itself.
   *
   * @param undo takes the change back, where a family fails while what it disturbs relaxes
   */
  edit<Result>(
    change: (live: Live) => Result,
    undo: (live: Live, result: Result) => void,
  ): { readonly settled: Settled; readonly result: Result } {
    const live = this.fresh();
    const result = change(live);
    this.#edited = true;
    this.#system = null;
    try {
      return { settled: this.#settled(live, () => undefined), result };
    } catch (error) {
      undo(live, result);
      this.#edited = true;
      this.#system = null;
      this.#held = null;
      throw error;
    }
  }

  /** The live system with a gradient that is up to date. */
  fresh(): Live {
    const { live } = this;
    try {
      live.freshen();
    } catch (error) {
      throw this.system.faultAt(this.eta) ?? error;
    }
    return live;
  }

  /** Where it fails, all order parameters are as before. */
  #settled(live: Live, place: () => void): Settled {
    this.version++;
    try {
      place();
      const budget = this.#options.budgetFor(live.size);
      const updates = live.settle(budget);
      const settled: Settled = live.waiting
        ? this.#batch(live, updates)
        : { moved: live.moved(), updates, by: 'local' };
      this.#held = null;
      return settled;
    } catch (error) {
      const fault = this.#faultOf(error, live);
      live.rollback();
      this.#held = null;
      throw fault;
    }
  }

  /** The error that names the family to blame. */
  #faultOf(error: unknown, live: Live): unknown {
    if (!(error instanceof RowError)) return this.system.faultAt(live.eta()) ?? error;
    const { eta, to, id } = live.scene(error);
    return (
      this.system.faultAt(eta) ??
      this.system.faultAt(to) ??
      new CfcError('ENERGY_INVALID', `a family failed: ${error.message}`, id)
    );
  }

  /** The batch solver, from where the local relaxation came to. */
  #batch(live: Live, updates: number): Settled {
    const { tolerance } = this.#options;
    const stop = anyOf({ of: [gradientBelow({ norm: MARGIN * tolerance }), maxSteps({ steps: 1000 })] });
    const { vector } = relax(this.system, live.eta(), { method: auto(), guard: monotone(), stop });
    live.load(vector, true);
    const residual = live.residual();
    return { moved: live.moved(), updates, by: 'batch', residual };
  }
}
