const [MEAN, SQUARE, TINY] = [0.9, 0.999, 1e-8];

/**
 * Adam: m ← 0.9 m + 0.1 g, v ← 0.999 v + 0.001 g², x ← x - rate m̂ / (√v̂ + 1e-8), with m̂ and v̂ freed of their start at 0.
 *
 * @returns a step that changes `parameters` in place
 * Source: D. Kingma, J. Ba, arXiv:1412.6980 (2014).
 */
export function adam(parameters: Float64Array, rate: number): (gradient: Float64Array) => void {
  const mean = new Float64Array(parameters.length);
  const square = new Float64Array(parameters.length);
  let [meanLeft, squareLeft] = [1, 1];
  return (gradient) => {
    meanLeft *= MEAN;
    squareLeft *= SQUARE;
    for (let k = 0; k < parameters.length; k++) {
      const g = gradient[k]!;
      mean[k] = MEAN * mean[k]! + (1 - MEAN) * g;
      square[k] = SQUARE * square[k]! + (1 - SQUARE) * g * g;
      const [m, v] = [mean[k]! / (1 - meanLeft), square[k]! / (1 - squareLeft)];
      parameters[k] = parameters[k]! - (rate * m) / (Math.sqrt(v) + TINY);
    }
  };
}
