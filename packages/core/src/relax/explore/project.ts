import type { Vector } from '../../contract/energy.js';
import { dot } from '../../numeric/vector.js';

/** Below this squared length a direction counts as zero and nothing is projected out. */
const NOTHING = 1e-300;

/** The part of `noise` at right angles to `direction`: z - (z·d / d·d) d. */
export function projectEuclidean(noise: Vector, direction: Vector): Vector {
  return without(noise, direction, dot(noise, direction), dot(direction, direction));
}

/** The part of `noise` that is M-orthogonal to `direction`: z - (zᵀM d / dᵀM d) d, with M diagonal. */
export function projectMetric(noise: Vector, direction: Vector, metric: Vector): Vector {
  const lowered = direction.map((entry, i) => metric[i]! * entry);
  return without(noise, direction, dot(noise, lowered), dot(direction, lowered));
}

function without(noise: Vector, direction: Vector, overlap: number, square: number): Vector {
  if (!(Math.abs(square) > NOTHING)) return noise;
  return noise.map((entry, i) => entry - (overlap / square) * direction[i]!);
}
