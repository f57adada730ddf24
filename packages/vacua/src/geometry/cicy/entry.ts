/** A complete-intersection Calabi-Yau threefold of the list. */
export interface CicyEntry {
  /** `Num` of the list. */
  readonly id: number;
  /** The configuration matrix: a row for each projective space, a column for each polynomial. */
  readonly matrix: readonly (readonly number[])[];
  /** Dimensions of the projective spaces. */
  readonly dimensions: readonly number[];
  /** Euler number 2 (h11 - h21). */
  readonly euler: number;
  /** Hodge numbers; both 0 where the list gives none, for products like T² × K3 and T⁶. */
  readonly h11: number;
  readonly h21: number;
  /** ∫ c₂ ∧ J_r for each projective space. */
  readonly c2: readonly number[];
  /** Ids of entries that the list names as the same manifold. */
  readonly redundant: readonly number[];
}
