import { CfcError, suggestion } from '../../errors.js';

/** With more modules than this, looking for a similar id would hold everybody up. */
const COMPARED = 10_000;

/**
 * Which slot of the vectors each module stands in. Slots of removed modules are taken again; the order of definition, with
 * additions last, is that in which the ids came.
 */
export class Names {
  readonly #slots: Map<string, number>;
  readonly #names: (string | undefined)[];
  readonly #free: number[] = [];
  readonly #capacity: number;
  #next: number;
  #order: Int32Array | null = null;

  constructor(ids: readonly string[], capacity: number) {
    this.#slots = new Map();
    for (let i = 0; i < ids.length; i++) this.#slots.set(ids[i]!, i);
    this.#names = ids.slice();
    this.#next = ids.length;
    this.#capacity = capacity;
  }

  /** How many modules there are. */
  get size(): number {
    return this.#slots.size;
  }

  /** How many more there is room for. */
  get room(): number {
    return this.#free.length + this.#capacity - this.#next;
  }

  has(id: string): boolean {
    return this.#slots.has(id);
  }

  /** The slot of a module. Throws `NAME_UNKNOWN`. */
  slotOf(id: string, where: string): number {
    const slot = this.#slots.get(id);
    if (slot === undefined) {
      const fix = this.size > COMPARED ? 'Give the id of a module that is there.' : suggestion(id, this.#slots.keys());
      throw new CfcError('NAME_UNKNOWN', `no module "${id}"`, where, fix);
    }
    return slot;
  }

  /** The id of the module in a slot. */
  at(slot: number): string {
    return this.#names[slot]!;
  }

  /** The ids in the order of definition. */
  ids(): string[] {
    return [...this.#slots.keys()];
  }

  /** The slots in that order. */
  order(): Int32Array {
    return (this.#order ??= Int32Array.from(this.#slots.values()));
  }

  /** Gives a new module a slot. */
  take(id: string): number {
    const slot = this.#free.pop() ?? this.#next++;
    this.#slots.set(id, slot);
    this.#names[slot] = id;
    this.#order = null;
    return slot;
  }

  /** Sets the slot of a module free. */
  free(id: string): void {
    const slot = this.#slots.get(id)!;
    this.#slots.delete(id);
    this.#names[slot] = undefined;
    this.#free.push(slot);
    this.#order = null;
  }
}
