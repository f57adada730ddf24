import type { NormalizerOptions } from '../contract.js';

/** Whether a normalizer scores against a window that moves, so that a score says nothing of the level. */
export function isRelative(normalizer: NormalizerOptions = 'none'): boolean {
  if (typeof normalizer === 'string') return normalizer !== 'none';
  const { type, reference, freezeAfter } = normalizer;
  const given = Array.isArray(reference) && reference.length > 0;
  return type !== 'none' && !given && !(typeof freezeAfter === 'number' && freezeAfter > 0);
}
