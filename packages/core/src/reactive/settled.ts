/** What an update, a change, an addition or a removal led to. Plain data. */
export interface Settled {
  /** The ids of the modules whose order parameter is another one now, in the order in which they first moved. */
  readonly moved: readonly string[];
  /** How many steps of single rows were taken. */
  readonly updates: number;
  /** Row by row around what changed; or by the batch solver, once the budget was used up. */
  readonly by: 'local' | 'batch';
  /**
   * The largest |η - clip(η - g)| that is left, after the batch solver alone: above the tolerance where even that found no
   * step. Otherwise every residual is within the tolerance.
   */
  readonly residual?: number;
}

/** The same, with the numbers of the couplings that were added: `remove` knows them by these. */
export interface Added extends Settled {
  readonly couplings: readonly number[];
}
