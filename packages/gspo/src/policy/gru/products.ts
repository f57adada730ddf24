/**
 * C += A Bᵀ, with A m × k, B n × k and C m × n, each row by row. Works on tiles of four rows by two columns: every number
 * loaded is used two or four times, and eight sums run side by side. At the edges a tile looks at the last row again.
 */
export function addProduct(a: Float64Array, m: number, b: Float64Array, n: number, k: number, c: Float64Array): void {
  for (let i = 0; i < m; i += 4) {
    const a0 = i * k;
    const a1 = Math.min(i + 1, m - 1) * k;
    const a2 = Math.min(i + 2, m - 1) * k;
    const a3 = Math.min(i + 3, m - 1) * k;
    for (let j = 0; j < n; j += 2) {
      const b0 = j * k;
      const b1 = Math.min(j + 1, n - 1) * k;
      let s00 = 0;
      let s10 = 0;
      let s20 = 0;
      let s30 = 0;
      let s01 = 0;
      let s11 = 0;
      let s21 = 0;
      let s31 = 0;
      for (let p = 0; p < k; p++) {
        const x = b[b0 + p]!;
        const y = b[b1 + p]!;
        const u0 = a[a0 + p]!;
        const u1 = a[a1 + p]!;
        const u2 = a[a2 + p]!;
        const u3 = a[a3 + p]!;
        s00 += u0 * x;
        s10 += u1 * x;
        s20 += u2 * x;
        s30 += u3 * x;
        s01 += u0 * y;
        s11 += u1 * y;
        s21 += u2 * y;
        s31 += u3 * y;
      }
      const at = i * n + j;
      const rows = m - i;
      c[at]! += s00;
      if (rows > 1) c[at + n]! += s10;
      if (rows > 2) c[at + 2 * n]! += s20;
      if (rows > 3) c[at + 3 * n]! += s30;
      if (j + 1 === n) continue;
      c[at + 1]! += s01;
      if (rows > 1) c[at + n + 1]! += s11;
      if (rows > 2) c[at + 2 * n + 1]! += s21;
      if (rows > 3) c[at + 3 * n + 1]! += s31;
    }
  }
}

/** Aᵀ of an m × n matrix. */
export function transposed(a: Float64Array, m: number, n: number): Float64Array {
  const out = new Float64Array(m * n);
  for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) out[j * m + i] = a[i * n + j]!;
  return out;
}
