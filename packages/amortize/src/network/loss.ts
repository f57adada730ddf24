import { type Widths, forward, logistic, unitsOf } from './layers.js';

/** Inputs and targets in [0, 1], row by row. */
export interface Samples {
  readonly count: number;
  readonly inputs: Float64Array;
  readonly targets: Float64Array;
}

/**
 * The cross entropy of outputs σ(z) against targets t, mean over the rows and outputs: ln(1 + e^z) - t z. Its slope in z is
 * σ(z) - t, which does not fade at 0 and 1.
 *
 * @param rows which samples
 * @param gradient overwritten with the derivative by the parameters, by back-propagation; null asks for the loss alone
 * Source: D. Rumelhart, G. Hinton, R. Williams, Nature 323 (1986) 533.
 */
export function loss(
  widths: Widths,
  parameters: Float64Array,
  { inputs, targets }: Samples,
  rows: readonly number[],
  gradient: Float64Array | null,
): number {
  const last = widths.length - 1;
  const [units, pulls] = [unitsOf(widths), unitsOf(widths)];
  const [wide, narrow] = [widths[0]!, widths[last]!];
  const share = 1 / (rows.length * narrow);
  gradient?.fill(0);
  let total = 0;
  for (const row of rows) {
    units[0]!.set(inputs.subarray(row * wide, (row + 1) * wide));
    forward(widths, parameters, units);
    for (let j = 0; j < narrow; j++) {
      const z = units[last]![j]!;
      const target = targets[row * narrow + j]!;
      total += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - target * z;
      pulls[last]![j] = share * (logistic(z) - target);
    }
    if (gradient !== null) backward(widths, parameters, units, pulls, gradient);
  }
  return share * total;
}

/** Adds a sample's derivative by the parameters; `pulls` has that by the last layer's z, and is filled downwards. */
function backward(
  widths: Widths,
  parameters: Float64Array,
  units: readonly Float64Array[],
  pulls: readonly Float64Array[],
  gradient: Float64Array,
): void {
  let end = parameters.length;
  for (let l = widths.length - 1; l > 0; l--) {
    const [input, pull, below] = [units[l - 1]!, pulls[l]!, pulls[l - 1]!];
    const biases = end - pull.length;
    const weights = biases - pull.length * input.length;
    below.fill(0);
    for (let j = 0; j < pull.length; j++) {
      const own = pull[j]!;
      gradient[biases + j]! += own;
      for (let i = 0, at = weights + j * input.length; i < input.length; i++, at++) {
        gradient[at]! += own * input[i]!;
        below[i]! += own * parameters[at]!;
      }
    }
    for (let i = 0; i < below.length; i++) below[i] = below[i]! * (1 - input[i]! * input[i]!);
    end = weights;
  }
}
