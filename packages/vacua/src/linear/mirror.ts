/** Fills the upper triangle of a symmetric matrix, n · n by rows, from its lower one. */
export function mirror(A: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) A[j * n + i] = A[i * n + j]!;
}
