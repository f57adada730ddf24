/** Least share of a diagonal entry that may be left of it: below, a row depends on the others as far as can be told. */
const LEAST = 4e-15;

/**
 * Solves H x = b for each b by Cholesky's factors of H scaled to a unit diagonal; null where H is singular to rounding.
 *
 * @param h entry of a symmetric matrix of `size` rows, positive semidefinite
 */
export function solveSymmetric(
  size: number,
  h: (i: number, j: number) => number,
  sides: readonly Float64Array[],
): Float64Array[] | null {
  const scale = Float64Array.from({ length: size }, (_, i) => Math.sqrt(h(i, i)));
  if (scale.some((entry) => !(entry > 0))) return null;
  const factor = Array.from({ length: size }, () => new Float64Array(size));
  for (let i = 0; i < size; i++) {
    const row = factor[i]!;
    for (let j = 0; j <= i; j++) {
      let rest = i === j ? 1 : h(i, j) / (scale[i]! * scale[j]!);
      for (let k = 0; k < j; k++) rest -= row[k]! * factor[j]![k]!;
      if (i === j && !(rest > LEAST * size)) return null;
      row[j] = i === j ? Math.sqrt(rest) : rest / factor[j]![j]!;
    }
  }
  return sides.map((side) => {
    const x = side.map((entry, i) => entry / scale[i]!);
    for (let i = 0; i < size; i++) {
      for (let k = 0; k < i; k++) x[i]! -= factor[i]![k]! * x[k]!;
      x[i]! /= factor[i]![i]!;
    }
    for (let i = size - 1; i >= 0; i--) {
      for (let k = i + 1; k < size; k++) x[i]! -= factor[k]![i]! * x[k]!;
      x[i]! /= factor[i]![i]!;
    }
    return x.map((entry, i) => entry / scale[i]!);
  });
}
