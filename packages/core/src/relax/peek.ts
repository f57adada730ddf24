import type { Vector } from '../contract/energy.js';
import type { CompiledSystem, Environment } from '../contract/system.js';
import { clip } from '../numeric/vector.js';

/** The measurement `peek`: one gradient and one difference of energies for each coupling term. */
export function peek(
  system: CompiledSystem,
  eta: Vector,
  { weights }: Environment,
  multipliers: Vector,
  step: Vector,
  change: number,
): Vector {
  const gradient = new Float64Array(system.size);
  system.gradient(eta, { weights }, gradient);
  const plain = gradient.map((slope, i) => clip(eta[i]! - step[i]! * slope));
  const share = new Float64Array(system.size);
  const moved = new Float64Array(system.size);
  return Float64Array.from(system.terms, ({ kind }, t) => {
    if (kind === 'local') return 0;
    const alone = new Float64Array(weights.length);
    alone[t] = multipliers[t]! > 0 ? weights[t]! / multipliers[t]! : system.unit.weights[t]!;
    system.gradient(eta, { weights: alone }, share);
    for (let i = 0; i < moved.length; i++) {
      moved[i] = clip(eta[i]! - step[i]! * (gradient[i]! + change * share[i]!));
    }
    return system.difference(moved, plain, system.unit) / change;
  });
}
