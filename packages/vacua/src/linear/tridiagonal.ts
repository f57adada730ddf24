/**
 * Reduces a symmetric matrix to tridiagonal form by Householder reflections, last row first. Its lower triangle by rows is overwritten.
 *
 * @param diagonal takes the diagonal; `off[i]` the entry beside rows i - 1 and i, `off[0]` 0
 */
export function tridiagonalise(A: Float64Array, n: number, diagonal: Float64Array, off: Float64Array): void {
  for (let k = n - 1; k > 0; k--) {
    const row = k * n;
    const beside = A[row + k - 1]!;
    let rest = 0;
    for (let j = 0; j < k - 1; j++) rest += A[row + j]! * A[row + j]!;
    if (rest === 0) {
      off[k] = beside;
      continue;
    }
    const length = Math.sqrt(rest + beside * beside);
    const end = beside > 0 ? -length : length;
    off[k] = end;
    A[row + k - 1] = beside - end;
    reflect(A, n, k, 2 / (rest + (beside - end) * (beside - end)), diagonal);
  }
  off[0] = 0;
  for (let i = 0; i < n; i++) diagonal[i] = A[i * n + i]!;
}

/** A ← H A H on the leading k rows with H = I - β vvᵀ and v in row k: A - v wᵀ - w vᵀ. `w` is memory. */
function reflect(A: Float64Array, n: number, k: number, beta: number, w: Float64Array): void {
  const v = k * n;
  for (let i = 0; i < k; i++) {
    const row = i * n;
    const factor = A[v + i]!;
    let sum = A[row + i]! * factor;
    for (let j = 0; j < i; j++) {
      const entry = A[row + j]!;
      sum += entry * A[v + j]!;
      w[j] = w[j]! + entry * factor;
    }
    w[i] = sum;
  }
  let along = 0;
  for (let i = 0; i < k; i++) along += w[i]! * A[v + i]!;
  along *= 0.5 * beta;
  for (let i = 0; i < k; i++) w[i] = beta * (w[i]! - along * A[v + i]!);
  for (let i = 0; i < k; i++) {
    const row = i * n;
    const x = A[v + i]!;
    const y = w[i]!;
    for (let j = 0; j <= i; j++) A[row + j] = A[row + j]! - x * w[j]! - y * A[v + j]!;
  }
}

/**
 * Eigenvalues of a symmetric tridiagonal matrix, in place of its diagonal and in no order, by implicit QL (H. Bowdler, R. Martin,
 * C. Reinsch, J. Wilkinson, Numer. Math. 11 (1968) 293). `off` is overwritten.
 *
 * @returns false where it did not converge, which numbers that are not finite bring about
 */
export function tridiagonalValues(diagonal: Float64Array, off: Float64Array): boolean {
  const n = diagonal.length;
  for (let i = 1; i < n; i++) off[i - 1] = off[i]!;
  off[n - 1] = 0;
  for (let first = 0; first < n; first++) {
    for (let sweep = 0; ; sweep++) {
      let last = first;
      while (last < n - 1 && !negligible(diagonal, off[last]!, last)) last++;
      if (last === first) break;
      if (sweep === 60) return false;
      sweepUp(diagonal, off, first, last);
    }
  }
  return true;
}

function negligible(diagonal: Float64Array, entry: number, i: number): boolean {
  return Math.abs(entry) <= 1.1e-16 * (Math.abs(diagonal[i]!) + Math.abs(diagonal[i + 1]!));
}

/** One implicit QL sweep with Wilkinson's shift over rows first..last. */
function sweepUp(diagonal: Float64Array, off: Float64Array, first: number, last: number): void {
  const half = (diagonal[first + 1]! - diagonal[first]!) / (2 * off[first]!);
  const root = Math.sqrt(half * half + 1);
  let g = diagonal[last]! - diagonal[first]! + off[first]! / (half + (half >= 0 ? root : -root));
  let sine = 1;
  let cosine = 1;
  let carried = 0;
  for (let i = last - 1; i >= first; i--) {
    const f = sine * off[i]!;
    const b = cosine * off[i]!;
    const radius = Math.sqrt(f * f + g * g);
    off[i + 1] = radius;
    if (radius === 0) {
      diagonal[i + 1] = diagonal[i + 1]! - carried;
      off[last] = 0;
      return;
    }
    sine = f / radius;
    cosine = g / radius;
    g = diagonal[i + 1]! - carried;
    const turned = (diagonal[i]! - g) * sine + 2 * cosine * b;
    carried = sine * turned;
    diagonal[i + 1] = g + carried;
    g = cosine * turned - b;
  }
  diagonal[first] = diagonal[first]! - carried;
  off[first] = g;
  off[last] = 0;
}
