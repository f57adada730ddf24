import type { CompiledSystem, Environment } from '../contract/system.js';
import { diagnose } from './diagnose.js';
import { type Home, homesOf } from './rows/looped-rows.js';

const homes = new WeakMap<CompiledSystem, Home>();

/**
 * dF_i/dη of module `i`'s local energy, weighted.
 *
 * @throws `ENERGY_INVALID` with family and module where it throws or is not finite
 */
export function localSlope(system: CompiledSystem, i: number, eta: number, { weights }: Environment): number {
  const home = homes.get(system) ?? homesOf(system.size, system.locals);
  homes.set(system, home);
  const group = system.locals[home.group[i]!]!;
  const { signals } = system;
  const k = home.item[i]!;
  try {
    const slope = weights[group.term]! * group.family.slope(eta, group.at(k), signals);
    if (Number.isFinite(slope)) return slope;
  } catch {
    // The diagnosis below asks again, and names family and module.
  }
  const alone = { ...group, slots: Int32Array.of(0), at: () => group.at(k), kernel: () => 0 };
  const suspect = { ids: [system.ids[i]!], locals: [alone], couplings: [], signals };
  throw diagnose(suspect, Float64Array.of(eta), undefined, undefined);
}
