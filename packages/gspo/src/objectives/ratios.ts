import { type Batch, checkFinite } from './batch.js';

/** What each token weighs. */
interface Ratios {
  /** s_i of each row. */
  readonly ratios: Float64Array;
  /** w_it; rows × steps. */
  readonly weights: Float64Array;
  /** Each token's share of the mean, 0 where it does not count; they sum to 1. */
  readonly shares: Float64Array;
  /** Tokens that count. */
  readonly count: number;
}

/** The ratios of a batch from the policy's log-probabilities, rows × steps × vocabulary. */
export function ratiosOf(
  { rows, steps, vocabulary, tokens, old, mask }: Batch,
  logp: Float64Array,
  level: 'token' | 'sequence' | 'grpo',
  mean: 'sequence' | 'token',
): Ratios {
  const ratios = new Float64Array(rows).fill(1);
  const weights = new Float64Array(rows * steps);
  const shares = new Float64Array(rows * steps);
  let [count, answers] = [0, 0];
  for (let i = 0; i < rows; i++) {
    let [sum, length] = [0, 0];
    for (let t = 0; t < steps; t++) {
      const k = i * steps + t;
      if (mask !== undefined && mask[k] === 0) continue;
      const change = logp[k * vocabulary + tokens[k]!]! - old[k]!;
      checkFinite(change, 'the log-ratio', i, t);
      sum += change;
      length++;
      weights[k] = Math.exp(change);
      shares[k] = 1;
    }
    if (length === 0) continue;
    answers++;
    count += length;
    const ratio = Math.exp(sum / length);
    ratios[i] = ratio;
    for (let k = i * steps; k < (i + 1) * steps; k++) {
      if (shares[k] === 0) continue;
      if (level !== 'grpo') weights[k] = ratio;
      checkFinite(weights[k]!, 'the ratio', i, k % steps);
      shares[k] = mean === 'sequence' ? 1 / length : 1;
    }
  }
  const total = mean === 'sequence' ? answers : count;
  for (let k = 0; k < shares.length; k++) if (shares[k] !== 0) shares[k] = shares[k]! / total;
  return { ratios, weights, shares, count };
}
