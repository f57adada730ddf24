/** The logistic function σ(z) = 1 / (1 + e^{-z}) in [0, 1], with full relative accuracy for z < 0 too. */
export function logistic(z: number): number {
  const small = Math.exp(-Math.abs(z));
  return (z < 0 ? small : 1) / (1 + small);
}
