/** Something that has to be looked at, of one constraint. */
export interface Alert {
  readonly constraint: string;
  readonly kind: string;
  /** A sentence: what was seen, and since when. */
  readonly message: string;
}
