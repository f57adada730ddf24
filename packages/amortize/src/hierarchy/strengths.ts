import type { CompiledSystem, Environment, Vector } from '@cfc/core';

/**
 * How strongly each coupling ties its two modules: |∂²E/∂η_i ∂η_j| by the family's bound at `eta`, weighted; 0 where that is
 * infinite. One entry for each of `system.incidence`, so that a coupling has two.
 */
export function strengthsOf(system: CompiledSystem, eta: Vector, env: Environment = system.unit): Float64Array {
  const { couplings, sequence, incidence, signals } = system;
  const each = new Float64Array(sequence.length);
  for (let c = 0; c < each.length; c++) {
    const { family, a, b, at, term } = couplings[sequence.group[c]!]!;
    const k = sequence.item[c]!;
    const weight = env.weights[term]!;
    const [, , both] = weight === 0 ? [0, 0, 0] : family.bend(eta[a[k]!]!, eta[b[k]!]!, at(k), signals);
    each[c] = both < Infinity ? weight * both : 0;
  }
  return Float64Array.from(incidence.coupling, (c) => each[c]!);
}
