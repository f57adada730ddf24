/*
 * Jacobi rotations of symmetric matrices, n · n by rows and full. Slow next to QL, but small eigenvalues of a graded matrix come out with
 * a small error of their own, not of the largest one (J. Demmel, K. Veselić, SIAM J. Matrix Anal. Appl. 13 (1992) 1204).
 */

/** Zeroes the entry (p, q) by a rotation of the two, and turns the columns of `vectors`, where given, with it. */
export function rotate(A: Float64Array, n: number, p: number, q: number, vectors: Float64Array | null): void {
  const off = A[p * n + q]!;
  const upper = A[p * n + p]!;
  const lower = A[q * n + q]!;
  if (off === 0) return;
  const half = (lower - upper) / (2 * off);
  const tangent = (half >= 0 ? 1 : -1) / (Math.abs(half) + Math.sqrt(half * half + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (let k = 0; k < n; k++) {
    if (k === p || k === q) continue;
    const x = A[p * n + k]!;
    const y = A[q * n + k]!;
    A[p * n + k] = A[k * n + p] = cosine * x - sine * y;
    A[q * n + k] = A[k * n + q] = sine * x + cosine * y;
  }
  A[p * n + p] = upper - tangent * off;
  A[q * n + q] = lower + tangent * off;
  A[p * n + q] = A[q * n + p] = 0;
  if (vectors === null) return;
  for (let k = 0; k < n; k++) {
    const x = vectors[k * n + p]!;
    const y = vectors[k * n + q]!;
    vectors[k * n + p] = cosine * x - sine * y;
    vectors[k * n + q] = sine * x + cosine * y;
  }
}

/** Eigenvalues in ascending order, and the eigenvectors as rows in the same order. */
export interface Eigen {
  readonly values: Float64Array;
  readonly vectors: readonly Float64Array[];
}

/** Eigenvalues and eigenvectors by cyclic Jacobi rotations; A is overwritten. */
export function jacobiEigen(A: Float64Array, n: number): Eigen {
  const turned = new Float64Array(n * n);
  for (let i = 0; i < n; i++) turned[i * n + i] = 1;
  for (let sweep = 0; sweep < 60 && !diagonalAlready(A, n); sweep++) {
    for (let p = 0; p < n - 1; p++) for (let q = p + 1; q < n; q++) rotate(A, n, p, q, turned);
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => A[i * n + i]! - A[j * n + j]!);
  return {
    values: Float64Array.from(order, (i) => A[i * n + i]!),
    vectors: order.map((i) => Float64Array.from({ length: n }, (_, k) => turned[k * n + i]!)),
  };
}

function diagonalAlready(A: Float64Array, n: number): boolean {
  for (let p = 0; p < n - 1; p++) {
    for (let q = p + 1; q < n; q++) {
      if (Math.abs(A[p * n + q]!) > 1e-17 * Math.sqrt(Math.abs(A[p * n + p]! * A[q * n + q]!))) return false;
    }
  }
  return true;
}
