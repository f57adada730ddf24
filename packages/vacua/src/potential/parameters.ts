/**
 * The parameters of a potential of n fields:
 *
 * V = Σ kᵢ φᵢ² + φᵀLφ + c·φ - A e^{-aS} + D (1 + N)^{-p} + γ Σ φᵢ⁴, with kᵢ = Mᵢ² + m, S = Σ √(φᵢ² + d²), N = |φ|².
 *
 * The terms are named after what they stand for in toy models of string vacua: fluxes (M, L), a shift of all masses, a linear drive, a
 * non-perturbative term with a cusp at φᵢ = 0 that d makes smooth, an uplift, a quartic wall.
 */
export interface Parameters {
  /** Mᵢ, one for each field; 1 or more. */
  readonly M: readonly number[];
  /** L, symmetric, n rows of n; left out or null: none. */
  readonly L?: readonly (readonly number[])[] | null;
  /** m; may be negative. Default 0. */
  readonly shift?: number;
  /** c; left out or null: zeros. */
  readonly linear?: readonly number[] | null;
  /** >= 0. */
  readonly A: number;
  /** > 0. */
  readonly a: number;
  /** >= 0. */
  readonly D: number;
  /** > 0. */
  readonly p: number;
  /** γ; below 0 the potential has no lower bound. */
  readonly gamma: number;
  /** d > 0, half the width of the cusp. Default 1e-8. */
  readonly d?: number;
}
