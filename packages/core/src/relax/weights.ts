import type { Vector } from '../contract/energy.js';
import type { Plan } from '../contract/relax.js';
import type { CompiledSystem } from '../contract/system.js';

/** Base weights times the schedule's share times the adapter's. */
export function weightsOf(
  system: CompiledSystem,
  plan: Plan,
  schedule: unknown,
  iteration: number,
  multipliers: Vector,
): Vector {
  const share = plan.schedule?.weights(iteration, system.terms, schedule);
  return system.unit.weights.map((base, t) => base * multipliers[t]! * (share?.[t] ?? 1));
}

/** True where two weight vectors are equal entry by entry. */
export function sameWeights(a: Vector, b: Vector): boolean {
  if (a === b) return true;
  for (let t = 0; t < a.length; t++) if (a[t] !== b[t]) return false;
  return true;
}
