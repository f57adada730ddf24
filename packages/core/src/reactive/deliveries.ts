import { CfcError, suggestion } from '../errors.js';

type Listener = (payload: never) => void;

/**
 * Tells listeners in the order of what happened: what happens while one is being told is delivered after all have heard of
 * the present thing. A listener that throws keeps nothing from the others; its error is thrown once all is delivered.
 */
export class Deliveries<Events extends object> {
  readonly #listeners: ReadonlyMap<string, Set<Listener>>;
  readonly #waiting: { readonly to: readonly Listener[]; readonly among: Set<Listener>; readonly payload: unknown }[] =
    [];
  #telling = false;

  constructor(names: readonly Extract<keyof Events, string>[]) {
    this.#listeners = new Map(names.map((name) => [name, new Set<Listener>()]));
  }

  /** Listens; the returned function ends it. Throws `NAME_UNKNOWN`. */
  on<Name extends Extract<keyof Events, string>>(name: Name, listener: (payload: Events[Name]) => void): () => void {
    const set = this.#listeners.get(name);
    if (set === undefined) {
      throw new CfcError('NAME_UNKNOWN', `no event "${name}"`, 'on', suggestion(name, this.#listeners.keys()));
    }
    const own: Listener = (payload) => void listener(payload);
    set.add(own);
    return () => void set.delete(own);
  }

  /** Tells everybody who listens now and still does then: at once, or after what is being told. */
  tell<Name extends Extract<keyof Events, string>>(name: Name, payload: Events[Name]): void {
    const listeners = this.#listeners.get(name)!;
    if (listeners.size === 0) return;
    this.#waiting.push({ to: [...listeners], among: listeners, payload });
    if (this.#telling) return;
    this.#telling = true;
    const errors: unknown[] = [];
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      for (const listener of next.to) {
        if (!next.among.has(listener)) continue;
        try {
          (listener as (payload: unknown) => void)(next.payload);
        } catch (error) {
          errors.push(error);
        }
      }
    }
    this.#telling = false;
    if (errors.length > 0) throw errors[0];
  }
}
