import type { Place } from '../contract/adapter.js';
import type { Vector } from '../contract/energy.js';
import { clip } from '../numeric/vector.js';

/**
 * How much further one step lowers the unit-weight energy F when a coupling's multiplier is raised, for each term, per unit of
 * multiplier: (F(η - step ∘ g) - F(η - step ∘ (g + change · g_t))) / change, clipped into the box, with g the gradient under the
 * current weights and g_t the share of term t at multiplier 1. 0 for local terms. One gradient and one difference of energies for
 * each coupling term.
 *
 * @param step length of the step in each order parameter
 * @param change by how much a multiplier is raised, above 0
 */
export function peek({ system, eta, weights, multipliers }: Place, step: Vector, change: number): Vector {
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
