/**
 * Largest eigenvalue of a symmetric matrix, by Jacobi's rotations to machine precision; 0 of an empty one.
 *
 * Source: Golub and Van Loan, Matrix Computations, section 8.5.
 */
export function largestEigenvalue(matrix: readonly Float64Array[]): number {
  const a = matrix.map((row) => row.slice());
  const size = a.length;
  for (let sweep = 0; sweep < 30; sweep++) {
    let off = 0;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        off += Math.abs(a[p]![q]!);
        if (a[p]![q]! !== 0) rotate(a, p, q);
      }
    }
    if (off <= 1e-15 * size) break;
  }
  return size === 0 ? 0 : Math.max(...a.map((row, k) => row[k]!));
}

/** Turns rows and columns p and q so that their product vanishes. */
function rotate(a: readonly Float64Array[], p: number, q: number): void {
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * a[p]![q]!);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  for (const row of a) {
    const [x, y] = [row[p]!, row[q]!];
    row[p] = c * x - s * y;
    row[q] = s * x + c * y;
  }
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [a[p]![k]!, a[q]![k]!];
    a[p]![k] = c * x - s * y;
    a[q]![k] = s * x + c * y;
  }
}
