import { createHash } from 'node:crypto';

/**
 * SHA-256 of a set of bases, whatever their order: self-intersections in canonical form joined by commas, sorted as texts, a line each.
 *
 * @param bases as `toricBases` gives them
 * @returns 64 hexadecimal digits
 */
export function basesDigest(bases: Iterable<readonly number[]>): string {
  const hash = createHash('sha256');
  for (const line of Array.from(bases, (one) => one.join(',')).sort()) hash.update(`${line}\n`);
  return hash.digest('hex');
}
