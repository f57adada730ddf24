import { deviations, noMoments, withVector } from '../proposers/moments.js';
import { forward, logistic, unitsOf } from './layers.js';
import { type Training, train } from './train.js';

/** A trained network. Plain data. */
export interface Network {
  readonly widths: readonly number[];
  readonly parameters: readonly number[];
  /** What inputs are freed of: input = (feature - centre) · scale. */
  readonly centre: readonly number[];
  readonly scale: readonly number[];
}

/** One row to train on. */
export interface Example {
  readonly input: readonly number[];
  /** In [0, 1]. */
  readonly target: readonly number[];
  readonly heldOut: boolean;
}

/**
 * Trains a network on examples, whose inputs are freed of their mean and spread.
 *
 * @param before a network of the same widths to go on from; null for none
 * @throws `INPUT_INVALID` where all examples are held out, or there are none
 */
export function fitted(
  examples: readonly Example[],
  { hidden, layers, ...training }: Training & { readonly hidden: number; readonly layers: number },
  before: Network | null,
): Network {
  const { mean: centre, ...moments } = examples.reduce((seen, { input }) => withVector(seen, input), noMoments);
  const scale = deviations({ mean: centre, ...moments }).map((spread) => (spread > 0 ? 1 / spread : 0));
  const widths = [centre.length, ...new Array<number>(layers).fill(hidden), examples[0]?.target.length ?? 0];
  const samples = {
    count: examples.length,
    inputs: Float64Array.from(examples.flatMap(({ input }) => input.map((x, f) => (x - centre[f]!) * scale[f]!))),
    targets: Float64Array.from(examples.flatMap(({ target }) => target)),
  };
  const heldOut = examples.flatMap((example, row) => (example.heldOut ? [row] : []));
  const { parameters } = train(widths, samples, heldOut, training, before?.parameters ?? null);
  return { widths, parameters: Array.from(parameters), centre: [...centre], scale };
}

/** What the network gives, in [0, 1], for each of `rows` rows of features; one row after the other. */
export function outputsOf(network: Network, features: readonly number[], rows: number): Float64Array {
  const { widths, parameters, centre, scale } = network;
  const [wide, narrow] = [widths[0]!, widths.at(-1)!];
  const units = unitsOf(widths);
  const outputs = new Float64Array(rows * narrow);
  for (let row = 0; row < rows; row++) {
    for (let f = 0; f < wide; f++) units[0]![f] = (features[row * wide + f]! - centre[f]!) * scale[f]!;
    forward(widths, parameters, units);
    units.at(-1)!.forEach((z, j) => (outputs[row * narrow + j] = logistic(z)));
  }
  return outputs;
}
