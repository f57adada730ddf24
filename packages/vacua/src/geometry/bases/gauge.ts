import { type Algebra, algebraOn, algebras, type Restriction } from './algebra.js';
import type { Cycle } from './cycle.js';

/** A simple factor of the gauge algebra. */
export interface GaugeFactor {
  /** The curve it lives on, as an index into the self-intersections. */
  readonly curve: number;
  readonly algebra: Algebra;
}

/** What the gauge sector adds to the spectrum. */
export interface Gauge {
  readonly factors: readonly GaugeFactor[];
  readonly rank: number;
  /** V: the dimension of the algebra. */
  readonly vectors: number;
  /** Hypermultiplets that are charged under a Cartan generator. */
  readonly charged: number;
}

/**
 * The gauge algebra that no deformation removes, curve by curve, from settled orders of vanishing.
 *
 * Charged matter: su(2) on a curve of self-intersection s has 16 + 6s doublets, e7 has (8 + s)/2 of the 56. What g2 and so(7) carry are the same
 * half-hypermultiplets as those of the su(2) beside them; no other factor of a generic model over a toric base has charged matter.
 *
 * Source: D. Morrison, W. Taylor, Central Eur. J. Phys. 10 (2012) 1072, arXiv:1201.1943.
 */
export function gaugeOf(cycle: Cycle): Gauge {
  const factors: GaugeFactor[] = [];
  for (let i = 0; i < cycle.size; i++) {
    const algebra = algebraOn(restriction(cycle, cycle.f, 4, i), restriction(cycle, cycle.g, 6, i));
    if (algebra !== null) factors.push({ curve: i, algebra });
  }
  const total = (of: (factor: GaugeFactor) => number): number => factors.reduce((sum, factor) => sum + of(factor), 0);
  return {
    factors,
    rank: total(({ algebra }) => algebras[algebra].rank),
    vectors: total(({ algebra }) => algebras[algebra].dimension),
    charged: total(({ curve, algebra }) => matter(algebra, cycle.s[curve]!)),
  };
}

/** Charged hypermultiplets of a factor; e8 has none, once the points on curves above -12 are blown up. */
const matter = (algebra: Algebra, s: number): number => {
  if (algebra === 'su(2)') return 2 * (16 + 6 * s);
  return algebra === 'e7' ? 28 * (8 + s) : 0;
};

/** What -nK minus its fixed part restricts to on curve i. */
function restriction(cycle: Cycle, c: Int16Array, n: 4 | 6, i: number): Restriction {
  const ends = [c[cycle.before(i)]!, c[cycle.after(i)]!] as const;
  const free = n * (2 + cycle.s[i]!) - cycle.s[i]! * c[i]! - ends[0] - ends[1];
  return { order: c[i]!, free, ends };
}
