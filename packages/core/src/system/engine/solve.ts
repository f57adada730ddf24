import type { Vector } from '../../contract/energy.js';
import type { Engine } from './engine.js';

/** The whole of `CompiledSystem.solve` in the kernels; null where a family or a vector lies elsewhere. */
export function solveInKernels(
  { table, arena, parts }: Engine,
  eta: Vector,
  weights: Vector,
  gradient: Vector,
  inverse: Vector,
  direction: Vector,
  work: readonly [Vector, Vector, Vector],
  tolerance: number,
  most: number,
): number | null {
  if (table === null || parts.length > 1) return null;
  const { holds } = arena;
  const [r, s, image] = work;
  const reached = holds(eta) && holds(gradient) && holds(inverse) && holds(direction);
  if (!(reached && holds(r) && holds(s) && holds(image))) return null;
  table.under(weights);
  return arena.kernels!.solve(
    table.at,
    eta.length,
    eta.byteOffset,
    gradient.byteOffset,
    inverse.byteOffset,
    direction.byteOffset,
    r.byteOffset,
    s.byteOffset,
    image.byteOffset,
    arena.sums,
    tolerance,
    most,
  );
}
