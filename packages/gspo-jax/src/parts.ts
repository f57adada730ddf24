/** Sizes of a recurrent policy, and the layout of its parameters: that of `gru` in `@cfc/gspo`. */
export interface Sizes {
  readonly vocabulary: number;
  readonly hidden: number;
}

/** A block of parameters: its name and its shape, row by row. */
export type Block = readonly [name: string, shape: readonly number[]];

/**
 * The blocks in the order of the vector. Gates are apart: r, u and c stand for reset, update and candidate; W goes from the
 * embedded token to the gates, b are their biases, U goes from the state to the gates, d is the bias that the reset gate scales.
 */
export const blocksOf = ({ vocabulary, hidden }: Sizes): readonly Block[] => [
  ['embedding', [vocabulary, hidden]],
  ...['Wr', 'Wu', 'Wc'].map((name): Block => [name, [hidden, hidden]]),
  ...['br', 'bu', 'bc'].map((name): Block => [name, [hidden]]),
  ...['Ur', 'Uu', 'Uc'].map((name): Block => [name, [hidden, hidden]]),
  ['d', [hidden]],
  ['head', [vocabulary, hidden]],
  ['headBias', [vocabulary]],
];

/** How many numbers a shape holds. */
export const lengthOf = (shape: readonly number[]): number => shape.reduce((product, length) => product * length, 1);
