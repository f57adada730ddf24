import type { Claim } from './experiment.js';

/** Confirmed where all parts of a claim hold, refuted where none does. */
export function verdict(...parts: readonly boolean[]): Claim['verdict'] {
  if (parts.every(Boolean)) return 'confirmed';
  return parts.some(Boolean) ? 'partly confirmed' : 'refuted';
}
