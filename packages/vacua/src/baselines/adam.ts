/** Decay of the means of gradients and of their squares. */
const [FIRST, SECOND, TINY] = [0.9, 0.999, 1e-8];

/**
 * Adam: a function that moves parameters against a gradient.
 *
 * Source: D. Kingma, J. Ba, ICLR (2015), arXiv:1412.6980.
 */
export function adam(size: number): (x: Float64Array, gradient: Float64Array, rate: number) => void {
  const [m, v] = [new Float64Array(size), new Float64Array(size)];
  let [firstPower, secondPower] = [1, 1];
  return (x, gradient, rate) => {
    firstPower *= FIRST;
    secondPower *= SECOND;
    const step = (rate * Math.sqrt(1 - secondPower)) / (1 - firstPower);
    for (let k = 0; k < size; k++) {
      const g = gradient[k]!;
      m[k] = FIRST * m[k]! + (1 - FIRST) * g;
      v[k] = SECOND * v[k]! + (1 - SECOND) * g * g;
      x[k]! -= (step * m[k]!) / (Math.sqrt(v[k]!) + TINY);
    }
  };
}
