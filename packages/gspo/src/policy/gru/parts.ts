/** Sizes of a recurrent policy. */
export interface Sizes {
  readonly vocabulary: number;
  readonly hidden: number;
}

/** The parameters by name: views of one vector. Gates stand in the order reset, update, candidate. */
export interface Parts {
  /** vocabulary × hidden. */
  readonly embedding: Float64Array;
  /** 3 hidden × hidden: from the embedded token to the gates, and 3 hidden biases. */
  readonly input: Float64Array;
  readonly inputBias: Float64Array;
  /** 3 hidden × hidden: from the state to the gates, and the bias that the reset gate scales. */
  readonly state: Float64Array;
  readonly stateBias: Float64Array;
  /** vocabulary × hidden, and biases: from the state to the logits. */
  readonly head: Float64Array;
  readonly headBias: Float64Array;
}

const lengths = ({ vocabulary, hidden }: Sizes): readonly (readonly [keyof Parts, number])[] => [
  ['embedding', vocabulary * hidden],
  ['input', 3 * hidden * hidden],
  ['inputBias', 3 * hidden],
  ['state', 3 * hidden * hidden],
  ['stateBias', hidden],
  ['head', vocabulary * hidden],
  ['headBias', vocabulary],
];

/** How many parameters there are. */
export const sizeOf = (sizes: Sizes): number => lengths(sizes).reduce((sum, [, length]) => sum + length, 0);

/** The parts of a vector of parameters, or of a gradient. */
export function partsOf(vector: Float64Array, sizes: Sizes): Parts {
  let at = 0;
  return Object.fromEntries(
    lengths(sizes).map(([name, length]) => [name, vector.subarray(at, (at += length))]),
  ) as unknown as Parts;
}
