/** A hard decision with a soft derivative. */
export interface StraightThrough {
  /** What the forward pass uses: 1 open, 0 closed. */
  readonly forward: 0 | 1;
  /** The value whose derivative the backward pass takes in place of that of the step. */
  readonly backward: number;
}

/**
 * Decides a gate and keeps the soft value for the gradient: forward = [η > 1/2], backward = η.
 *
 * At η = 1/2 the gain equals the cost, nothing would be won, and the gate stays closed.
 *
 * @param eta probability that the gate is open, in [0, 1]
 *
 * Source: Y. Bengio, N. Léonard, A. Courville, arXiv:1308.3432 (2013).
 */
export function straightThrough(eta: number): StraightThrough {
  return { forward: eta > 0.5 ? 1 : 0, backward: eta };
}
