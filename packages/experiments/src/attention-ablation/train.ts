import { PROJECTIONS, addGradient, initialParameters } from './decoder.js';
import { RECALL, type Sequence, sequence } from './recall.js';
import { CONTEXTS, type Variant } from './variant.js';

const STEPS = 120;
/** Sequences of a step. */
const BATCH = 8;
/** Sequences there are, where they are few. */
const FEW = 16;
const RATE = 0.05;
/** Decays of the two moments. */
const [FIRST, SECOND] = [0.9, 0.99];

export interface Trained {
  readonly parameters: Float64Array;
  /** The loss of each step's batch, without regulariser. */
  readonly losses: readonly number[];
}

/**
 * Trains a decoder by Adam on the logistic loss and the regulariser's weight times its value per place.
 *
 * Source: D. P. Kingma, J. Ba, Adam: a method for stochastic optimization, arXiv:1412.6980 (2014).
 */
export function train({ seed, supply, later, context, regulariser, weight }: Variant): Trained {
  const parameters = initialParameters(seed);
  const [mean, square] = [new Float64Array(parameters.length), new Float64Array(parameters.length)];
  const known = new Map<number, Sequence>();
  const draw = (number: number): Sequence => {
    const found = known.get(number) ?? sequence(seed, number, later);
    if (supply === 'few') known.set(number, found);
    return found;
  };
  const energy = regulariser !== 'none' && regulariser !== 'decay';
  const terms = energy ? { [regulariser]: weight / RECALL.places } : {};
  const decay = regulariser === 'decay' ? weight : 0;
  const losses: number[] = [];
  for (let step = 1; step <= STEPS; step++) {
    const slopes = new Float64Array(parameters.length);
    let loss = 0;
    for (let k = 0; k < BATCH; k++) {
      const number = (step - 1) * BATCH + k;
      const given = draw(supply === 'few' ? number % FEW : number);
      loss += addGradient(parameters, given, CONTEXTS[context], terms, slopes) / BATCH;
    }
    losses.push(loss);
    for (let k = 0; k < parameters.length; k++) {
      const slope = slopes[k]! / BATCH + (k < PROJECTIONS ? decay * parameters[k]! : 0);
      mean[k] = FIRST * mean[k]! + (1 - FIRST) * slope;
      square[k] = SECOND * square[k]! + (1 - SECOND) * slope * slope;
      const root = Math.sqrt(square[k]! / (1 - SECOND ** step));
      parameters[k] = parameters[k]! - (RATE * mean[k]!) / (1 - FIRST ** step) / (root + 1e-8);
    }
  }
  return { parameters, losses };
}

/** The first step at which the loss, averaged over ten steps, has made 95% of its fall. */
export function stepsToConverge(losses: readonly number[]): number {
  const smooth = losses.map((_, k) => {
    const last = losses.slice(Math.max(0, k - 9), k + 1);
    return last.reduce((sum, loss) => sum + loss, 0) / last.length;
  });
  const least = Math.min(...smooth);
  return smooth.findIndex((loss) => loss - least <= 0.05 * (smooth[0]! - least)) + 1;
}
