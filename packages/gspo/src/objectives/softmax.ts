/**
 * log p_v = z_v - log Σ exp z over `count` logits from `at`, written to the same place of `out`. A logit of -∞ is a token
 * that cannot come: log p = -∞.
 */
export function logSoftmax(logits: Float64Array, at: number, count: number, out: Float64Array): void {
  let most = -Infinity;
  for (let v = at; v < at + count; v++) if (logits[v]! > most) most = logits[v]!;
  let sum = 0;
  for (let v = at; v < at + count; v++) sum += Math.exp(logits[v]! - most);
  const shift = most + Math.log(sum);
  for (let v = at; v < at + count; v++) out[v] = logits[v]! - shift;
}

/** H = -Σ p log p of `count` log-probabilities from `at`, in nats. */
export function entropyOf(logp: Float64Array, at: number, count: number): number {
  let sum = 0;
  for (let v = at; v < at + count; v++) {
    const one = logp[v]!;
    if (one > -Infinity) sum -= Math.exp(one) * one;
  }
  return sum;
}
