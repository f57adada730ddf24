import { CfcError, dot, norm } from '@cfc/core';
import { type Basis, checkDegree, recurrence } from './basis.js';
import { orthonormalityError } from './gram.js';
import { checkSamples } from './samples.js';

/** What is not orthonormal to this is no basis. */
const WORST = 1e-6;

/**
 * Arbitrary polynomial chaos: the polynomials that are orthonormal for the samples themselves, each of the same weight,
 * (1/N) Σ_i φ_j(ξ_i) φ_k(ξ_i) = 1 where j = k, else 0. Unique but for their signs; the leading coefficients are above 0.
 *
 * Lanczos' iteration on diag(ξ) from a constant vector, every new vector orthogonalised twice against all before it: its
 * coefficients α_k, β_k are those of φ_{k+1} √β_{k+1} = (ξ - α_k) φ_k - √β_k φ_{k-1}. Takes N n² operations.
 *
 * Outside of the samples' hull φ_k grows like the k-th power of the distance over the hull's width: there it means little.
 *
 * @param samples ξ in [-1, 1], in any order; those that occur twice count twice
 * @throws `INPUT_INVALID` for a degree below 0, a sample outside of [-1, 1], no more distinct samples than the degree, or
 * samples that differ by so little that rounding leaves them orthonormal to no better than 1e-6
 *
 * Sources: S. Oladyshkin, W. Nowak, Reliab. Eng. Syst. Saf. 106 (2012) 179; W. Gautschi, Orthogonal Polynomials:
 * Computation and Approximation (2004), chapter 2.2.
 */
export function apc(samples: readonly number[], degree: number): Basis {
  checkDegree(degree);
  checkSamples(samples, degree);
  const { alpha, root } = lanczos(Float64Array.from(samples), degree);
  const basis = recurrence(degree, (k) => [1 / root[k + 1]!, alpha[k]!, k === 0 ? 0 : root[k]! / root[k + 1]!]);
  const error = orthonormalityError(basis, samples);
  if (error <= WORST) return basis;
  const what = `samples too close together for degree ${degree}: orthonormal to ${error.toExponential(1)} only`;
  throw new CfcError('INPUT_INVALID', what, 'samples', 'Give samples that lie further apart, or lower the degree.');
}

/** α_k and √β_k, from 0 on. */
function lanczos(samples: Float64Array, degree: number): { alpha: number[]; root: number[] } {
  const vectors = [new Float64Array(samples.length).fill(1 / Math.sqrt(samples.length))];
  const alpha: number[] = [];
  const root = [0];
  for (let k = 0; k < degree; k++) {
    const last = vectors[k]!;
    const next = last.map((value, i) => value * samples[i]!);
    alpha.push(dot(last, next));
    next.forEach((_, i) => (next[i] = last[i]! * (samples[i]! - alpha[k]!)));
    for (let pass = 0; pass < 2; pass++) for (const vector of vectors) removePart(next, vector);
    root.push(norm(next));
    vectors.push(next.map((value) => value / root[k + 1]!));
  }
  return { alpha, root };
}

function removePart(vector: Float64Array, unit: Float64Array): void {
  const part = dot(vector, unit);
  for (let i = 0; i < vector.length; i++) vector[i] = vector[i]! - part * unit[i]!;
}
