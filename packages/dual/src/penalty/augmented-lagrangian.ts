/** Value and derivative of one augmented term. */
export interface AugmentedTerm {
  /** What the term adds to the Lagrangian. */
  readonly contribution: number;
  /** Factor of ∇g in its gradient. */
  readonly weight: number;
}

/**
 * The term of an inequality g ≤ 0: (([λ + c g]₊)² - λ²) / 2c, its gradient [λ + c g]₊ ∇g.
 *
 * At c = 0 the plain Lagrangian: λ g and λ, whatever g is. The method of multipliers sets λ ← [λ + c g]₊.
 * Source: R. T. Rockafellar, J. Optim. Theory Appl. 12 (1973) 555; D. Bertsekas, Constrained Optimization and Lagrange Multiplier
 * Methods (1982), ch. 3.
 *
 * @param multiplier λ ≥ 0
 * @param c penalty coefficient ≥ 0
 */
export function augmentedInequality(multiplier: number, c: number, g: number): AugmentedTerm {
  const weight = augmentedWeight(multiplier, c, g, false);
  if (c === 0) return { contribution: multiplier * g, weight };
  // λ g + c g²/2 where the bracket is open: no difference of squares.
  const contribution = weight > 0 ? g * (multiplier + 0.5 * c * g) : (-0.5 * multiplier * multiplier) / c;
  return { contribution, weight };
}

/** The term of an equality h = 0: μ h + c h²/2, its gradient (μ + c h) ∇h. At c = 0 the plain Lagrangian. */
export function augmentedEquality(multiplier: number, c: number, h: number): AugmentedTerm {
  const weight = augmentedWeight(multiplier, c, h, true);
  return { contribution: c === 0 ? multiplier * h : h * (multiplier + 0.5 * c * h), weight };
}

/** Factor of ∇g: [λ + c g]₊, for an equality (`signed`) μ + c h; λ itself at c = 0. */
export function augmentedWeight(multiplier: number, c: number, g: number, signed: boolean): number {
  if (c === 0) return multiplier;
  const weight = multiplier + c * g;
  return signed || weight > 0 ? weight : 0;
}
