import type { Vector } from '../contract/energy.js';
import type { Measured, Measurement, Measurements } from '../contract/adapter.js';
import type { Point } from '../contract/pieces.js';
import type { CompiledSystem, Environment, Term } from '../contract/system.js';

const measurers: {
  readonly [M in Measurement]: (
    system: CompiledSystem,
    point: Point,
    env: Environment,
    multipliers: Vector,
  ) => Measurements[M];
} = {
  termNorms: (system, point, env) => system.termNorms(point.eta, env),
  termEnergies: (system, point) => system.termEnergies(point.eta, system.unit),
  localBounds: (system, point) => boundsOf(system, point, 'local'),
  couplingBounds: (system, point) => boundsOf(system, point, 'coup'),
  place: (system, { eta }, { weights }, multipliers) => ({ system, eta, weights, multipliers }),
};

/** Measures exactly what an adapter names in `needs`. */
export function measure<Need extends Measurement>(
  system: CompiledSystem,
  needs: readonly Need[],
  point: Point,
  env: Environment,
  multipliers: Vector,
): Measured<Need> {
  const measured = Object.fromEntries(needs.map((need) => [need, measurers[need](system, point, env, multipliers)]));
  return { ...measured, terms: system.terms, multipliers, energy: point.energy } as Measured<Need>;
}

/** Rows of one kind of term at base weights. */
function boundsOf(system: CompiledSystem, point: Point, kind: Term['kind']): Vector {
  const weights = system.unit.weights.map((weight, t) => (system.terms[t]!.kind === kind ? weight : 0));
  return system.rowBounds(point.eta, { weights });
}
