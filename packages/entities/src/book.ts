import { type AnyCoupling, type AnyModule, CfcError, type System, defineSystem, describe } from '@cfc/core';
import type { Ends, Numbers } from './entry.js';
import type { Node } from './node.js';

/** A module, as the book has it. */
export interface Page {
  readonly use: AnyModule;
  readonly node: Node;
  readonly version: number;
}

/** A coupling; `at` is its number in the coordinator, which begins anew with every coordinator. */
export interface Thread {
  readonly use: AnyCoupling;
  readonly node: Node;
  readonly between: Ends;
  readonly at: number;
}

const THERE = 'Name couplings that are there, once.';

/** What there is, by id and by number, beside a coordinator that relaxes it. Nothing here is checked: the coordinator did. */
export class Book {
  readonly modules = new Map<string, Page>();
  readonly couplings = new Map<number, Thread>();
  /** Last versions of what was removed. */
  readonly removed: Map<string, number>;
  readonly #threads = new Map<string, Set<number>>();
  signals: Numbers;
  weights: Numbers;
  /** The number of the next coupling. */
  next: number;

  constructor(given: {
    readonly signals: Numbers;
    readonly weights: Numbers;
    readonly removed: Numbers;
    readonly next: number;
  }) {
    this.signals = given.signals;
    this.weights = given.weights;
    this.removed = new Map(Object.entries(given.removed));
    this.next = given.next;
  }

  /** The version that an entity has after one more change; the first is 1, and one that comes back goes on counting. */
  versionAfter(id: string): number {
    return (this.modules.get(id)?.version ?? this.removed.get(id) ?? 0) + 1;
  }

  putModule(id: string, page: Page): void {
    this.modules.set(id, page);
    this.removed.delete(id);
  }

  putCoupling(number: number, thread: Thread): void {
    this.couplings.set(number, thread);
    for (const id of thread.between) {
      const own = this.#threads.get(id);
      if (own === undefined) this.#threads.set(id, new Set([number]));
      else own.add(number);
    }
  }

  /** Under the next number, which it returns. */
  putNext(thread: Thread): number {
    this.putCoupling(this.next, thread);
    return this.next++;
  }

  /** After a coordinator was made of the system: its couplings count from 0 in the order of definition. */
  renumber(): void {
    let at = 0;
    for (const [number, thread] of this.couplings) this.couplings.set(number, { ...thread, at: at++ });
  }

  /** With all its couplings. Returns the version under which it is gone. */
  dropModule(id: string): number {
    for (const number of [...this.couplingsOf(id)]) this.dropCoupling(number);
    const version = this.versionAfter(id);
    this.removed.set(id, version);
    this.modules.delete(id);
    this.#threads.delete(id);
    return version;
  }

  dropCoupling(number: number): void {
    for (const id of this.couplings.get(number)?.between ?? []) this.#threads.get(id)?.delete(number);
    this.couplings.delete(number);
  }

  /** Numbers, ascending. */
  couplingsOf(id: string): Iterable<number> {
    return this.#threads.get(id) ?? [];
  }

  /**
   * The system under these signals and weights. Weights of families that are gone are kept for when they come back.
   *
   * @throws what `defineSystem` throws, also for another weight of a family that is gone
   */
  system(signals: Numbers, weights: Numbers): System {
    const terms = new Set([
      ...Array.from(this.modules.values(), ({ use }) => `local:${use.name}`),
      ...Array.from(this.couplings.values(), ({ use }) => `coup:${use.name}`),
    ]);
    const idle = (key: string): boolean => !terms.has(key) && this.weights[key] === weights[key];
    const system = defineSystem({
      modules: Object.fromEntries(Array.from(this.modules, ([id, { use }]) => [id, use])),
      couplings: Array.from(this.couplings.values(), ({ use, between }) => ({ use, between })),
      signals,
      weights: Object.fromEntries(Object.entries(weights).filter(([key]) => !idle(key))),
    });
    return Object.freeze({ ...system, weights: Object.freeze({ ...weights }) });
  }

  /** Throws `NAME_UNKNOWN`. */
  coupling(number: number, where: string): Thread {
    const thread = this.couplings.get(number);
    if (thread !== undefined) return thread;
    throw new CfcError('NAME_UNKNOWN', `no coupling ${describe(number)}`, where, THERE);
  }

  /** The couplings of a family between two modules, in that order. Throws `NAME_UNKNOWN` where there are none. */
  numbersOf(use: string, [a, b]: Ends, where: string): readonly number[] {
    const found = [...this.couplingsOf(a)].filter((number) => {
      const { node, between } = this.couplings.get(number)!;
      return node.use === use && between[0] === a && between[1] === b;
    });
    if (found.length > 0) return found;
    throw new CfcError('NAME_UNKNOWN', `no coupling "${use}" between ${a} and ${b}`, where, THERE);
  }
}
