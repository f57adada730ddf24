import type { Gathered } from './gathered.js';
import { type Hinge, hingesOf } from './hinges.js';
import type { OneEnded } from './one-ended.js';
import type { Part } from './part.js';

/** Sums up what each of some order parameters has of its own. */
export interface Gatherer {
  /**
   * Adds a weighted energy to order parameter `v`.
   *
   * @param part makes it, where it is neither quartic nor hinge
   */
  add(v: number, weight: number, left: OneEnded, part: () => Part): void;
  /** The sums. */
  sums(): Gathered;
}

export function gatherer(size: number): Gatherer {
  const [h, a, b] = [0, 0, 0].map(() => new Float64Array(size)) as [Float64Array, Float64Array, Float64Array];
  const hinges: Hinge[] = [];
  const parts: Part[][] = Array.from({ length: size }, () => []);
  return {
    add(v, weight, left, part) {
      if (weight === 0) return;
      if (left.kind === 'other') parts[v]!.push(part());
      else if (left.kind === 'hinge') hinges.push({ row: v, w: weight * left.w, p: left.p, q: left.q });
      else {
        h[v]! += weight * left.quartic.h;
        a[v]! += weight * left.quartic.a;
        b[v]! += weight * left.quartic.b;
      }
    },
    sums: () => ({ h, a, b, hinges: hingesOf(size, hinges), parts }),
  };
}
