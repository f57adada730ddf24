/** Gauge algebras that generic models over toric bases have, with rank and dimension. */
export const algebras = {
  'su(2)': { rank: 1, dimension: 3 },
  'su(3)': { rank: 2, dimension: 8 },
  g2: { rank: 2, dimension: 14 },
  'so(7)': { rank: 3, dimension: 21 },
  'so(8)': { rank: 4, dimension: 28 },
  f4: { rank: 4, dimension: 52 },
  e6: { rank: 6, dimension: 78 },
  e7: { rank: 7, dimension: 133 },
  e8: { rank: 8, dimension: 248 },
} as const;

/** Name of one of `algebras`. */
export type Algebra = keyof typeof algebras;

/** A section restricted to a curve, its order of vanishing there divided off. */
export interface Restriction {
  /** Order of vanishing on the curve. */
  readonly order: number;
  /** Zeros that are free to move; 0 where only those at the two ends are left. */
  readonly free: number;
  /** Zeros at the points in common with the two neighbours: their orders. */
  readonly ends: readonly [number, number];
}

/**
 * The gauge algebra on a curve of a generic model, by Kodaira's table with Tate's monodromy: what the covering polynomial's roots, made of f and g
 * on the curve, do along it. Null where there is none.
 *
 * | f, g        | fibre | polynomial   | split                | not split          |
 * | 1, >=2      | III   |              | su(2)                |                    |
 * | >=2, 2      | IV    | ψ² - g       | su(3)                | su(2)              |
 * | >=2, >=3    | I₀*   | ψ³ + fψ + g  | so(8)                | so(7), one root; g2 |
 * | >=3, 4      | IV*   | ψ² - g       | e6                   | f4                 |
 * | 3, >=5      | III*  |              | e7                   |                    |
 * | >=4, 5      | II*   |              | e8                   |                    |
 *
 * Source: M. Bershadsky, K. Intriligator, S. Kachru, D. Morrison, V. Sadov, C. Vafa, Nucl. Phys. B 481 (1996) 215, hep-th/9605200; A. Grassi,
 * D. Morrison, Commun. Number Theory Phys. 6 (2012) 51, arXiv:1109.0042.
 */
export function algebraOn(f: Restriction, g: Restriction): Algebra | null {
  if (f.order === 0 || g.order <= 1) return null;
  if (f.order === 1) return 'su(2)';
  if (g.order === 2) return isPower(g, 2) ? 'su(3)' : 'su(2)';
  if (f.order >= 3 && g.order >= 4) {
    if (g.order === 4) return isPower(g, 2) ? 'e6' : 'f4';
    return f.order === 3 ? 'e7' : 'e8';
  }
  return cubicAlgebra(f, g);
}

/** Of ψ³ + fψ + g, whose coefficients f and g are 0 where the orders are above 2 and 3. */
function cubicAlgebra(f: Restriction, g: Restriction): Algebra {
  if (g.order > 3) return isPower(f, 2) ? 'so(8)' : 'so(7)';
  if (f.order > 2) return isPower(g, 3) ? 'so(8)' : 'g2';
  const homogeneous = f.ends.every((end, k) => 3 * end === 2 * g.ends[k]!);
  return isPower(f, 2) && isPower(g, 3) && homogeneous ? 'so(8)' : 'g2';
}

/** True where a generic section is an n-th power: no free zero, and those at the ends n-fold. */
const isPower = ({ free, ends }: Restriction, n: number): boolean => free === 0 && ends.every((end) => end % n === 0);
