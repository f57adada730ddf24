import { adam } from './adam.js';
import { shuffledOrder } from './order.js';

/** How long and how fast a network learns. */
export interface Training {
  readonly epochs: number;
  readonly batch: number;
  readonly rate: number;
  readonly decay: number;
  readonly seed: number;
}

/**
 * Fits parameters in place by Adam on small batches in an order that changes with every epoch; the rate falls from `rate` to 0 along half a
 * cosine; `decay` times the parameters is added to the mean gradient of a batch.
 *
 * @param addGradient adds the gradient of one example's loss
 */
export function train(
  x: Float64Array,
  count: number,
  addGradient: (example: number, gradient: Float64Array) => void,
  { epochs, batch, rate, decay, seed }: Training,
): void {
  const gradient = new Float64Array(x.length);
  const move = adam(x.length);
  const steps = epochs * Math.ceil(count / batch);
  let done = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = shuffledOrder(count, seed, epoch + 2);
    for (let from = 0; from < count; from += batch) {
      const to = Math.min(count, from + batch);
      gradient.fill(0);
      for (let i = from; i < to; i++) addGradient(order[i]!, gradient);
      for (let k = 0; k < x.length; k++) gradient[k] = gradient[k]! / (to - from) + decay * x[k]!;
      move(x, gradient, 0.5 * rate * (1 + Math.cos((Math.PI * done++) / steps)));
    }
  }
}
