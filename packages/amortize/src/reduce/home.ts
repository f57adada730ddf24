import type { CompiledSystem } from '@cfc/core';

/** Which of a system's local families each module belongs to, and which instance it is there. */
export interface Home {
  readonly group: Int32Array;
  readonly item: Int32Array;
}

const homes = new WeakMap<CompiledSystem, Home>();

/** Made once for each system. */
export function homeOf(system: CompiledSystem): Home {
  const known = homes.get(system);
  if (known !== undefined) return known;
  const home: Home = { group: new Int32Array(system.size), item: new Int32Array(system.size) };
  system.locals.forEach(({ slots }, g) => {
    slots.forEach((i, k) => {
      home.group[i] = g;
      home.item[i] = k;
    });
  });
  homes.set(system, home);
  return home;
}
