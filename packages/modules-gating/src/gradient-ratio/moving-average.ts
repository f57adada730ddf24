/** An exponential moving average under way; plain data. */
export interface MovingAverage {
  /** Σ of weighted values; the average is sum / weight. */
  readonly sum: number;
  /** Σ of weights, in [0, 1]; 0 before the first value. */
  readonly weight: number;
}

export const noAverage: MovingAverage = Object.freeze({ sum: 0, weight: 0 });

/**
 * Takes one more value into an exponential moving average: sum ← d sum + (1 - d) value, the same for the weights of the values.
 * Dividing by the weight removes the pull to 0 of the first steps: the average of one value is that value.
 *
 * @param decay d in [0, 1)
 * Source: D. Kingma, J. Ba, arXiv:1412.6980 (2014), section 3.
 */
export const averaged = ({ sum, weight }: MovingAverage, value: number, decay: number): MovingAverage => ({
  sum: decay * sum + (1 - decay) * value,
  weight: decay * weight + (1 - decay),
});

/** The average so far; 0 before the first value. */
export const averageOf = ({ sum, weight }: MovingAverage): number => (weight === 0 ? 0 : sum / weight);
