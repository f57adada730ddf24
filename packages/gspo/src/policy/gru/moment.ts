/** What the way back needs of one token read. */
export interface Moment {
  readonly tokens: Int32Array;
  /** The state before; rows × hidden. */
  readonly before: Float64Array;
  /** Reset, update and candidate; rows × 3 hidden. */
  readonly gates: Float64Array;
  /** U h + d of the candidate; rows × hidden. */
  readonly inner: Float64Array;
}

/** The state that a call of `next` looked at, after so many tokens. */
export interface Look {
  readonly after: number;
  readonly state: Float64Array;
}
