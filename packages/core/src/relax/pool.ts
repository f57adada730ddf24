import type { Vector } from '../contract/energy.js';
import type { CompiledSystem } from '../contract/system.js';

/** Vectors of one run, used again and again. */
export interface Pool {
  /** A vector with anything in it. */
  vector(): Float64Array;
  /** The vector itself where it came from here, else a copy in a vector from here. */
  own(vector: Vector): Float64Array;
  /** Takes back every vector that the state does not hold. */
  reclaim(state: unknown): void;
  /** The state with copies of the vectors that belong here, all of which are taken back. */
  detached<S>(state: S): S;
}

/** Vectors that no run uses at present, by system. */
const spares = new WeakMap<CompiledSystem, Float64Array[]>();

/** The vectors of a run on `system`; those that runs before it have given back come first. */
export function poolOf(system: CompiledSystem): Pool {
  const spare = spares.get(system) ?? [];
  spares.set(system, spare);
  let lent: Float64Array[] = [];
  const take = (): Float64Array => {
    const vector = spare.pop() ?? system.vector();
    lent.push(vector);
    return vector;
  };
  return {
    vector: take,
    own(vector) {
      if (lent.includes(vector)) return vector;
      const copy = take();
      copy.set(vector);
      return copy;
    },
    reclaim(state) {
      const held: Float64Array[] = [];
      collect(state, held);
      const kept: Float64Array[] = [];
      for (const vector of lent) (held.includes(vector) ? kept : spare).push(vector);
      lent = kept;
    },
    detached(state) {
      const own = new Set(lent);
      const copy = copied(state, (vector) => (own.has(vector) ? vector.slice() : vector));
      spare.push(...lent);
      lent = [];
      return copy;
    },
  };
}

/** Every vector in plain data. */
function collect(value: unknown, found: Float64Array[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (value instanceof Float64Array) found.push(value);
  else if (Array.isArray(value)) for (const entry of value) collect(entry, found);
  else for (const key in value) collect((value as Record<string, unknown>)[key], found);
}

/** Plain data with its vectors replaced; itself where it has none. */
function copied<T>(value: T, replace: (vector: Float64Array) => Float64Array): T {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Float64Array) return replace(value) as T;
  if (Array.isArray(value)) return value.map((entry: unknown) => copied(entry, replace)) as T;
  let copy = value;
  for (const key in value) {
    const entry = copied(value[key], replace);
    if (entry === value[key]) continue;
    if (copy === value) copy = { ...value };
    copy[key] = entry;
  }
  return copy;
}
