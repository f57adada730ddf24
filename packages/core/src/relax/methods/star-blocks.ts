import type { CompiledSystem } from '../../contract/system.js';

/** A module with its neighbours, and all couplings among them in the order of definition. */
export interface Star {
  readonly modules: Int32Array;
  readonly couplings: Int32Array;
}

const known = new WeakMap<CompiledSystem, readonly Star[]>();

/** The star of every module; made once for each system. */
export function starBlocks(system: CompiledSystem): readonly Star[] {
  const made = known.get(system) ?? Array.from({ length: system.size }, (_, center) => starOf(system, center));
  known.set(system, made);
  return made;
}

function starOf({ incidence: { start, coupling, other } }: CompiledSystem, center: number): Star {
  const members = new Set([center, ...other.subarray(start[center], start[center + 1])]);
  const inside = new Set<number>();
  for (const member of members) {
    for (let entry = start[member]!; entry < start[member + 1]!; entry++) {
      if (members.has(other[entry]!)) inside.add(coupling[entry]!);
    }
  }
  return { modules: Int32Array.from(members).sort(), couplings: Int32Array.from(inside).sort() };
}
