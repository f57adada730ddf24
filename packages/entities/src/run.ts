import { type Backend, EnergyCoordinator, type Registry } from '@cfc/core';
import { Book } from './book.js';
import type { Numbers, Snapshot } from './entry.js';
import { couplingOf, moduleOf } from './node.js';

/** A coordinator and the book beside it, both made of a snapshot alone: two runs from one snapshot have the same bits. */
export class Run {
  readonly registry: Registry;
  readonly book: Book;
  readonly #settle: Snapshot['settle'];
  readonly #backend: Backend | undefined;
  #coordinator: EnergyCoordinator;

  /** @throws `NAME_UNKNOWN`, `OPTION_UNKNOWN`, `OPTION_INVALID`, `INPUT_INVALID` */
  constructor(registry: Registry, snapshot: Snapshot, backend: Backend | undefined) {
    this.registry = registry;
    this.#settle = snapshot.settle;
    this.#backend = backend;
    this.book = new Book(snapshot);
    for (const [id, { use, with: options, version }] of Object.entries(snapshot.modules)) {
      const node = { use, with: options };
      this.book.putModule(id, { use: moduleOf(registry, node, `modules.${id}`), node, version });
    }
    snapshot.couplings.forEach(({ use, with: options, number, between }, at) => {
      const node = { use, with: options };
      this.book.putCoupling(number, { use: couplingOf(registry, node, `couplings[${at}]`), node, between, at });
    });
    const etas = Object.entries(snapshot.modules).map(([id, { eta }]) => [id, eta] as const);
    this.#coordinator = this.#coordinate(snapshot.signals, snapshot.weights, Object.fromEntries(etas));
  }

  get coordinator(): EnergyCoordinator {
    return this.#coordinator;
  }

  /** The order parameters by id. */
  etas(): Record<string, number> {
    return Object.fromEntries(Array.from(this.book.modules.keys(), (id) => [id, this.#coordinator.etaOf(id)]));
  }

  snapshot(): Snapshot {
    const { modules, couplings, next, removed, signals, weights } = this.book;
    const pages = Array.from(modules, ([id, { node, version }]) => {
      return [id, { ...node, eta: this.#coordinator.etaOf(id) + 0, version }] as const;
    });
    return {
      type: 'snapshot',
      cfc: 1,
      modules: Object.fromEntries(pages),
      couplings: Array.from(couplings, ([number, { node, between }]) => ({ number, ...node, between })),
      next,
      removed: Object.fromEntries(removed),
      signals,
      weights,
      settle: this.#settle,
    };
  }

  /**
   * Goes on from here under other signals and weights, with another coordinator: one has them for life. Nothing has changed
   * where that throws.
   */
  surround<Settled>(signals: Numbers, weights: Numbers, settle: (next: EnergyCoordinator) => Settled): Settled {
    const next = this.#coordinate(signals, weights, this.etas());
    const settled = settle(next);
    this.#coordinator = next;
    this.book.renumber();
    this.book.signals = signals;
    this.book.weights = weights;
    return settled;
  }

  #coordinate(signals: Numbers, weights: Numbers, eta: Readonly<Record<string, number>>): EnergyCoordinator {
    const backend = this.#backend === undefined ? {} : { backend: this.#backend };
    return new EnergyCoordinator(this.book.system(signals, weights), undefined, eta, { ...this.#settle, ...backend });
  }
}
