import { dot, norm } from '@cfc/core';

/** Least length that may be left of a vector of length 1: below, it depends on the others as far as can be told. */
const LEAST = 1e-11;

/** Coefficients x of the least |b + Σ x_k a_k|, and what is left: b + Σ x_k a_k. */
export interface LeastSquares {
  readonly x: Float64Array;
  readonly left: Float64Array;
}

/**
 * Least squares on vectors of length 1, orthogonalised twice each (Gram and Schmidt); null where they depend on each other.
 * What is left is exact to rounding of |b|, however near to dependent they are.
 */
export function leastSquares(vectors: readonly Float64Array[], b: Float64Array): LeastSquares | null {
  const size = vectors.length;
  const basis: Float64Array[] = [];
  const r = Array.from({ length: size }, () => new Float64Array(size));
  for (let k = 0; k < size; k++) {
    const rest = Float64Array.from(vectors[k]!);
    takeOut(rest, basis, r[k]!);
    const length = norm(rest);
    if (!(length > LEAST)) return null;
    r[k]![k] = length;
    basis.push(rest.map((entry) => entry / length));
  }
  const left = Float64Array.from(b);
  const x = new Float64Array(size);
  takeOut(left, basis, x);
  for (let k = size - 1; k >= 0; k--) {
    for (let j = k + 1; j < size; j++) x[k]! -= r[j]![k]! * x[j]!;
    x[k]! /= r[k]![k]!;
  }
  return { x: x.map((entry) => -entry), left };
}

/** Takes the directions of an orthonormal basis out of `rest`, twice, and adds up how much of each there was. */
function takeOut(rest: Float64Array, basis: readonly Float64Array[], amounts: Float64Array): void {
  for (let pass = 0; pass < 2; pass++) {
    basis.forEach((direction, j) => {
      const amount = dot(rest, direction);
      amounts[j]! += amount;
      for (let i = 0; i < rest.length; i++) rest[i]! -= amount * direction[i]!;
    });
  }
}
