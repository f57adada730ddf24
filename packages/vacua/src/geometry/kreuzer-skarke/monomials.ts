/** Monomials of a degree in variables of these weights: the solutions a >= 0 of Σ w_i a_i = d. */
export function monomials(degree: number, weights: readonly number[]): number {
  const counts = new Float64Array(degree + 1);
  counts[0] = 1;
  for (const weight of weights) {
    for (let d = weight; d <= degree; d++) counts[d]! += counts[d - weight]!;
  }
  return counts[degree]!;
}
