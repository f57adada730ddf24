import type { Vector } from '@cfc/core';

/** Largest magnitude of an entry; NaN where one is. */
export function largest(vector: Vector): number {
  let most = 0;
  for (let i = 0; i < vector.length; i++) most = Math.max(most, Math.abs(vector[i]!));
  return most;
}
