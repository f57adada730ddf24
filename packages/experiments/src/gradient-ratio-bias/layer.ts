/** A kind of layer: what gradients are normalised within. */
export type LayerType = 'linear' | 'attention' | 'convolution' | 'norm';

/** An array of parameters with the gradient of the loss, which `back` adds to. */
export interface Parameter {
  readonly type: LayerType;
  readonly value: Float64Array;
  readonly gradient: Float64Array;
}

/** What came out of a layer, and the way back. */
export interface Pass {
  readonly output: Float64Array;
  /** From the gradient by the output to that by the input; adds to the gradients of the parameters. */
  back(gradient: Float64Array): Float64Array;
}

/** A function of tokens: row-major, one row of numbers for each token, the tokens of a sequence and then the next sequence. */
export interface Layer {
  readonly parameters: readonly Parameter[];
  forward(input: Float64Array): Pass;
}

/** Parameters that begin as given. */
export const parameter = (type: LayerType, value: Float64Array): Parameter => ({
  type,
  value,
  gradient: new Float64Array(value.length),
});

/** Draws standard normal numbers, each one once. */
export type Draw = () => number;
