import type { Parameter } from './layer.js';

const [FIRST, SECOND, EPSILON] = [0.9, 0.999, 1e-8];

/**
 * An optimiser of the parameters: each call takes one step against their gradients and sets these to 0.
 *
 * @param rate the step length, the same for all
 * Source: D. Kingma, J. Ba, arXiv:1412.6980 (2014).
 */
export function adam(parameters: readonly Parameter[], rate: number): () => void {
  const means = parameters.map(({ value }) => new Float64Array(value.length));
  const squares = parameters.map(({ value }) => new Float64Array(value.length));
  let step = 0;
  return () => {
    step++;
    const [one, two] = [1 - FIRST ** step, 1 - SECOND ** step];
    parameters.forEach(({ value, gradient }, p) => {
      const [mean, square] = [means[p]!, squares[p]!];
      for (let i = 0; i < value.length; i++) {
        const g = gradient[i]!;
        mean[i] = FIRST * mean[i]! + (1 - FIRST) * g;
        square[i] = SECOND * square[i]! + (1 - SECOND) * g * g;
        value[i] = value[i]! - (rate * (mean[i]! / one)) / (Math.sqrt(square[i]! / two) + EPSILON);
      }
      gradient.fill(0);
    });
  };
}
