/**
 * The product Π_j Σ_r q_rj J_r as coefficients over the exponents e with e_r <= n_r; that of Π_r J_r^{e_r} is at Σ_r e_r · stride_r.
 *
 * @param strides of the exponents: 1, n_0 + 1, (n_0 + 1)(n_1 + 1), ...
 * @param size Π_r (n_r + 1)
 */
export function columnProduct(
  matrix: readonly (readonly number[])[],
  dimensions: readonly number[],
  strides: readonly number[],
  size: number,
): Float64Array {
  let product = new Float64Array(size);
  let next = new Float64Array(size);
  product[0] = 1;
  for (let j = 0; j < matrix[0]!.length; j++) {
    next.fill(0);
    for (let r = 0; r < matrix.length; r++) {
      const q = matrix[r]![j]!;
      if (q > 0) addRaised(next, product, q, strides[r]!, dimensions[r]!);
    }
    [product, next] = [next, product];
  }
  return product;
}

/** `into` += q · J · `from`, where raising the exponent of J moves a coefficient by `stride`; powers above `n` vanish. */
function addRaised(into: Float64Array, from: Float64Array, q: number, stride: number, n: number): void {
  const period = stride * (n + 1);
  for (let begin = stride; begin < into.length; begin += period) {
    const end = begin + period - stride;
    for (let k = begin; k < end; k++) into[k]! += q * from[k - stride]!;
  }
}
