import { type Vector, norm, normal, projectEuclidean, uniform } from '@cfc/core';
import { trapOf } from './landscapes.js';

/** What noise of one length does to the energy, at a place that is no minimum. */
export interface Change {
  readonly length: number;
  /** Root mean square of the change over draws. */
  readonly typical: number;
  /** Mean change, draws taken with both signs: the first order cancels. */
  readonly mean: number;
}

export const LENGTHS = [1e-4, 1e-3, 1e-2, 1e-1];
const DRAWS = 50;

/** Changes by noise along the level set and in all directions, at a random place of the random landscape of a seed. */
export function changes(seed: number, tangent: boolean): readonly Change[] {
  const { system } = trapOf('random 16', seed);
  const at = Float64Array.from({ length: system.size }, (_, i) => 0.2 + 0.6 * uniform(seed, 0, i));
  const gradient = new Float64Array(system.size);
  system.gradient(at, system.unit, gradient);
  const draws = Array.from({ length: DRAWS }, (_, k) => {
    const raw = Float64Array.from({ length: system.size }, (_, i) => normal(seed, k + 1, i));
    return tangent ? projectEuclidean(raw, gradient) : raw;
  });
  return LENGTHS.map((length) => {
    const moved = (noise: Vector, sign: number): number => {
      const factor = (sign * length) / norm(noise);
      return system.difference(
        at,
        at.map((x, i) => x + factor * noise[i]!),
        system.unit,
      );
    };
    const pairs = draws.map((noise) => [moved(noise, 1), moved(noise, -1)] as const);
    const average = (of: (pair: readonly [number, number]) => number): number =>
      pairs.reduce((sum, pair) => sum + of(pair), 0) / DRAWS;
    return {
      length,
      typical: Math.sqrt(average(([up, down]) => (up * up + down * down) / 2)),
      mean: average(([up, down]) => (up + down) / 2),
    };
  });
}
