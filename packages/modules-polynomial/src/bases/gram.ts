import type { Basis } from './basis.js';
import { polynomialsAt } from './polynomials-at.js';

/** (1/N) Σ_i φ_j(ξ_i) φ_k(ξ_i) over the samples ξ_i: the identity where the basis is orthonormal for them. */
export function gramMatrix(basis: Basis, samples: readonly number[]): readonly Float64Array[] {
  const size = basis.degree + 1;
  const gram = Array.from({ length: size }, () => new Float64Array(size));
  for (const sample of samples) {
    const { values } = polynomialsAt(basis, sample);
    gram.forEach((row, j) => values.forEach((value, k) => (row[k] = row[k]! + values[j]! * value)));
  }
  return gram.map((row) => row.map((sum) => sum / samples.length));
}

/** Largest entry of |G - I|: how far a basis is from being orthonormal for the samples. */
export function orthonormalityError(basis: Basis, samples: readonly number[]): number {
  const rows = gramMatrix(basis, samples);
  return Math.max(...rows.flatMap((row, j) => Array.from(row, (entry, k) => Math.abs(entry - (j === k ? 1 : 0)))));
}
