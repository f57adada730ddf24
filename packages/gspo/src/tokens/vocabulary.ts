/** What each token stands for: first the levels, then the end of a prompt and the padding, then the identities. */
export interface Vocabulary {
  /** Answers are made of tokens below this; prompts may use them too. */
  readonly levels: number;
  /** Ends a prompt that is read as a whole. */
  readonly end: number;
  /** Fills up shorter sequences. */
  readonly pad: number;
  /** The token of the k-th thing that an answer may be about. */
  identity(k: number): number;
  /** How many tokens there are. */
  readonly size: number;
}

/** A vocabulary of `levels` levels and `identities` identities. */
export const vocabulary = (levels: number, identities = 0): Vocabulary =>
  Object.freeze({
    levels,
    end: levels,
    pad: levels + 1,
    identity: (k: number) => levels + 2 + k,
    size: levels + 2 + identities,
  });
