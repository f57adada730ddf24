/** A model of sequences of tokens: what comes next, given what came before. It holds no state; parameters are handed in. */
export interface SequencePolicy {
  /** Tokens are whole numbers from 0 on, below this. */
  readonly vocabulary: number;
  /** How many parameters. */
  readonly size: number;
  /** Parameters to begin with; the same for the same seed. */
  initial(seed: number): Float64Array;
  /** Begins to read `rows` sequences side by side. The parameters must not change until it has been read and turned back. */
  unroll(parameters: Float64Array, rows: number): Unrolling;
}

/** Sequences that are being read, and the way back through them. */
export interface Unrolling {
  /** Reads the next token of each row. */
  read(tokens: ArrayLike<number>): void;
  /** The logits of what comes next, rows × vocabulary, after one token or more. */
  next(): Float64Array;
  /**
   * dL/dparameters.
   *
   * @param pulls dL/dlogits for each call of `next`, in order; rows × vocabulary
   */
  backward(pulls: readonly Float64Array[]): Float64Array;
}
