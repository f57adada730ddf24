import { type AttentionInput, type Configuration, configurationOf } from './configuration.js';
import type { Matrix } from './matrix.js';
import { mix } from './mix.js';

/**
 * Attention as computed. Weights are listed for the keys that are seen alone: query i gives the weight `weights[e]` to
 * `key[e]`, for e from `start[i]` to `start[i + 1]`. Do not write into it.
 */
export interface Attention extends Configuration {
  /** A in [0, 1]; those of one query add up to 1. */
  readonly weights: Readonly<Float64Array>;
  /** ln A, accurate where A rounds to 0 or 1. */
  readonly logWeights: Readonly<Float64Array>;
  /** ln Σ_j e^{s_j} of each query. */
  readonly logSumExp: Readonly<Float64Array>;
  /** -Σ_j A_j ln A_j of each query, in nats, from 0 to the logarithm of the number of keys that it sees. */
  readonly entropies: Readonly<Float64Array>;
  /** A V: what each query reads; null without values. */
  readonly output: Matrix | null;
}

/**
 * Scaled dot-product attention: A = softmax(β Q Kᵀ) row by row, with β = 1 / (temperature √d), and O = A V.
 *
 * Sums of exponentials are taken from the largest score down, so that scores of any size neither overflow nor vanish.
 * Costs O(e d) multiplications for e pairs of a query and a key that it sees: O(n² d) where all see all, O(n w d) in
 * windows of w keys; the window decides before any product is taken.
 *
 * @param input `queries` n x d, `keys` m x d, `values` m x any (optional); `temperature` > 0 (1); `before`, `after` whole
 * numbers >= 0 (all): query i sees keys i - before to i + after; `mask` n x m flags (all shown)
 * @throws `INPUT_INVALID` for matrices that are ragged, empty, of dimensions that do not match, or not finite; scores that
 * overflow; a mask of another shape; a query that sees no key. `OPTION_INVALID` for a temperature or window out of range,
 * `OPTION_UNKNOWN` for a name that nobody reads
 *
 * Source: A. Vaswani et al., Attention is all you need, arXiv:1706.03762 (2017).
 *
 * @example
 * const seen = attention({ queries: [[1, 0]], keys: [[1, 0], [0, 1]], values: [[5], [7]], temperature: 0.1 });
 * attentionOrder(seen);
 */
export function attention(input: AttentionInput): Attention {
  return attend(configurationOf(input));
}

/** The same for what is checked already. */
export function attend(checked: Configuration): Attention {
  const { queries, values, start, key } = checked;
  const weights = new Float64Array(key.length);
  const logWeights = new Float64Array(key.length);
  const logSumExp = new Float64Array(queries.rows);
  const entropies = new Float64Array(queries.rows);
  for (let i = 0; i < queries.rows; i++) {
    const top = scores(checked, i, logWeights);
    const largest = logWeights[top]!;
    let rest = 0;
    for (let e = start[i]!; e < start[i + 1]!; e++) {
      weights[e] = Math.exp(logWeights[e]! - largest);
      if (e !== top) rest += weights[e]!;
    }
    const tail = Math.log1p(rest);
    let entropy = 0;
    for (let e = start[i]!; e < start[i + 1]!; e++) {
      logWeights[e] = logWeights[e]! - largest - tail;
      weights[e] = weights[e]! / (1 + rest);
      entropy -= weights[e]! * logWeights[e]!;
    }
    logSumExp[i] = largest + tail;
    entropies[i] = entropy;
  }
  const output = values === null ? null : mix(checked, weights, values);
  return Object.freeze({ ...checked, weights, logWeights, logSumExp, entropies, output });
}

/** Writes the scores s_j = β q·k_j of query i and returns the place of the largest. */
function scores(
  { queries, keys, inverseTemperature, start, key }: Configuration,
  i: number,
  out: Float64Array,
): number {
  const size = queries.columns;
  const q = queries.data.subarray(i * size, (i + 1) * size);
  const k = keys.data;
  let top = start[i]!;
  for (let e = top; e < start[i + 1]!; e++) {
    const row = key[e]! * size;
    let product = 0;
    for (let c = 0; c < size; c++) product += q[c]! * k[row + c]!;
    out[e] = inverseTemperature * product;
    if (out[e]! > out[top]!) top = e;
  }
  return top;
}
