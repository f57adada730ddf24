import { CfcError } from '@cfc/core';
import { type Coefficients, type CombineOptions, coefficientsOf } from './coefficients-from-gram.js';
import { type Gram, gramOf } from './gram.js';

/** A direction, and all that its coefficients say. */
export interface Combination extends Coefficients {
  /** Σ α_k g_k. */
  readonly direction: Float64Array;
  /** G = J Jᵀ. */
  readonly gram: Gram;
}

/**
 * Combines the gradients of K losses into one direction of ascent, d = Σ α_k g_k; descend along -d.
 *
 * One pass over the parameters for G = J Jᵀ, a small problem of size K, one pass for d. All methods scale with the gradients,
 * A(s J) = s A(J).
 *
 * Options:
 * - `method` sum (default), pcgrad, cagrad, mgda, upgrad, dualproj: see the files of these names in `methods`
 * - `c` >= 0 (0.5): CAGrad; below 1 over task and constraints
 * - `seed`, `step` >= 0 (0), or `rng`, or `orders`: PCGrad
 * - `roles`: what each gradient is; a warning is given where the method must not mix them
 *
 * The sum is the default because surgery over task and constraints breaks dual ascent, see `roleWarning`.
 *
 * @param gradients one for each loss, all of one length; multiply those of constraints by their weights first
 * @param out where the direction goes, in place of a new vector: none of the gradients
 * @throws `INPUT_INVALID` for gradients that are none, or not of one length, or not finite; `OPTION_INVALID`, `OPTION_UNKNOWN`
 *
 * @example
 * const { direction, gap, before } = combine([taskGradient, clGradient], { method: 'cagrad' });
 */
export function combine(
  gradients: readonly Float64Array[],
  options: CombineOptions = {},
  out?: Float64Array,
): Combination {
  const gram = gramOf(gradients);
  const direction = out ?? new Float64Array(gradients[0]!.length);
  if (direction.length !== gradients[0]!.length) {
    const what = `out has ${direction.length} entries, not ${gradients[0]!.length}`;
    throw new CfcError('INPUT_INVALID', what, 'combine.out', 'Give a Float64Array as long as a gradient.');
  }
  const found = coefficientsOf(gram, options);
  addUp(gradients, found.coefficients, direction);
  return { ...found, direction, gram };
}

/** Parameters of a block whose sum stays in the nearest memory. */
const BLOCK = 2048;

/** out = Σ α_k g_k. */
function addUp(gradients: readonly Float64Array[], alpha: Float64Array, out: Float64Array): void {
  const whole = gradients.length & ~3;
  for (let from = 0; from < out.length; from += BLOCK) {
    const to = Math.min(out.length, from + BLOCK);
    out.fill(0, from, to);
    for (let k = 0; k < whole; k += 4) addFour(out, gradients, alpha, k, from, to);
    for (let k = whole; k < gradients.length; k++) {
      const a = gradients[k]!;
      const p = alpha[k]!;
      for (let i = from; i < to; i++) out[i]! += p * a[i]!;
    }
  }
}

/** Adds gradients k to k + 3: out is read and written once for the four. */
function addFour(
  out: Float64Array,
  gradients: readonly Float64Array[],
  alpha: Float64Array,
  k: number,
  from: number,
  to: number,
): void {
  const a = gradients[k]!;
  const b = gradients[k + 1]!;
  const c = gradients[k + 2]!;
  const d = gradients[k + 3]!;
  const p = alpha[k]!;
  const q = alpha[k + 1]!;
  const r = alpha[k + 2]!;
  const s = alpha[k + 3]!;
  for (let i = from; i < to; i++) out[i]! += p * a[i]! + q * b[i]! + (r * c[i]! + s * d[i]!);
}
