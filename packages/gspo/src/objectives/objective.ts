import { CfcError, choice, fill, type Given, number } from '@cfc/core';
import { type Batch, checkBatch, checkFinite } from './batch.js';
import { ratiosOf } from './ratios.js';
import { entropyOf, logSoftmax } from './softmax.js';

/** Options of an objective with their defaults and ranges. */
export const objectiveFields = {
  level: choice('token', ['token', 'sequence', 'grpo'], 'ratio of the whole answer (GSPO) or of each token (GRPO)'),
  clipLow: number(3e-4, 'how far a ratio may fall below 1', { min: 0, max: 1 }),
  clipHigh: number(4e-4, 'how far a ratio may rise above 1', { min: 0 }),
  kl: number(0, 'coefficient of the divergence from the reference', { min: 0 }),
  entropy: number(0, 'coefficient of the entropy, which is rewarded', { min: 0 }),
  mean: choice('sequence', ['sequence', 'token'], 'mean over tokens, then answers; or over all tokens at once'),
};

/** What an objective says of a batch. */
export interface Judged {
  /** To minimise; 0 where nothing counts. */
  readonly loss: number;
  /** dloss/dlogits: rows × steps × vocabulary. */
  readonly gradient: Float64Array;
  /** The ratio of each answer, s_i; 1 for an answer without tokens. */
  readonly ratios: Float64Array;
  /** 1 for each token whose gradient the clip took away. */
  readonly clipped: Uint8Array;
  /** Their share of the tokens that count. */
  readonly clipFraction: number;
  /** The k3 estimate of the divergence from the reference, mean over the tokens that count; 0 without one. */
  readonly kl: number;
  /** Entropy of the policy in nats, mean over the same. */
  readonly entropy: number;
}

/**
 * Group sequence policy optimization, with the gradient in closed form:
 *
 *     s_i = exp( (1/|y_i|) Σ_t [log π(y_it) - log π_old(y_it)] ),
 *     loss = -mean_i mean_t min(w_it A_it, clip(w_it, 1 - clipLow, 1 + clipHigh) A_it) + kl · k3 - entropy · H,
 *
 * where w_it is s_i at the level `sequence`, sg[s_i] π(y_it) / sg[π(y_it)] at the level `token` (sg: no gradient flows), and
 * π(y_it) / π_old(y_it) at the level `grpo`. k3 = e^d - d - 1 with d = log π_ref - log π. By a token's logits the gradient is
 * -(share) w_it A_it (onehot - softmax), 0 where clipped: A > 0 and w > 1 + clipHigh, or A < 0 and w < 1 - clipLow.
 *
 * Options: `level` (`token`), `clipLow` (3e-4) and `clipHigh` (4e-4), the paper's, `kl` >= 0 (0), `entropy` >= 0 (0), `mean`
 * (`sequence`). Answers without a token that counts are left out of the mean. Throws `INPUT_INVALID` for a batch that does
 * not fit together, a ratio that is not finite, or advantages for tokens at the level `sequence`.
 * Source: Zheng et al., arXiv:2507.18071 (2025); k3: Schulman, Approximating KL divergence (2020).
 */
export function objective(batch: Batch, options?: Given<typeof objectiveFields>): Judged {
  const chosen = fill(objectiveFields, options, 'objective');
  const { level, clipLow, clipHigh } = chosen;
  checkBatch(batch);
  const { rows, steps, vocabulary, tokens, reference } = batch;
  if (level === 'sequence' && batch.advantages.length !== rows) {
    const fix = 'Give one for each answer, or take the level "token".';
    throw new CfcError('INPUT_INVALID', 'there is an advantage for each token', 'advantages', fix);
  }
  if (chosen.kl > 0 && reference === undefined) {
    const fix = 'Give the log-probabilities of a reference policy, or kl: 0.';
    throw new CfcError('INPUT_INVALID', 'there is no reference', 'reference', fix);
  }
  const logp = new Float64Array(batch.logits.length);
  for (let at = 0; at < logp.length; at += vocabulary) logSoftmax(batch.logits, at, vocabulary, logp);
  const { ratios, weights, shares, count } = ratiosOf(batch, logp, level, chosen.mean);

  const gradient = new Float64Array(logp.length);
  const clipped = new Uint8Array(rows * steps);
  let [loss, kl, entropy, clips] = [0, 0, 0, 0];
  const each = 1 / Math.max(1, count);
  for (let k = 0; k < clipped.length; k++) {
    const share = shares[k]!;
    if (share === 0) continue;
    const [from, row] = [k * vocabulary, Math.floor(k / steps)];
    const own = from + tokens[k]!;
    const w = weights[k]!;
    const advantage = batch.advantages[batch.advantages.length === rows ? row : k]!;
    const clip = advantage > 0 ? w > 1 + clipHigh : advantage < 0 && w < 1 - clipLow;
    const kept = clip ? (advantage > 0 ? 1 + clipHigh : 1 - clipLow) : w;
    loss -= share * kept * advantage;
    let pull = clip ? 0 : -share * w * advantage;
    if (clip) [clipped[k], clips] = [1, clips + 1];
    if (reference !== undefined) {
      const d = reference[k]! - logp[own]!;
      const k3 = Math.expm1(d) - d;
      checkFinite(k3, 'the divergence from the reference', row, k % steps);
      kl += each * k3;
      loss += chosen.kl * share * k3;
      pull -= chosen.kl * share * Math.expm1(d);
    }
    const h = entropyOf(logp, from, vocabulary);
    entropy += each * h;
    const bonus = chosen.entropy * share;
    loss -= bonus * h;
    for (let v = from; v < from + vocabulary; v++) {
      const p = Math.exp(logp[v]!);
      gradient[v] = p === 0 ? 0 : -pull * p + bonus * p * (logp[v]! + h);
    }
    gradient[own]! += pull;
  }
  return { loss, gradient, ratios, clipped, clipFraction: each * clips, kl, entropy };
}
