import type { SequencePolicy, Unrolling } from '../policy/policy.js';
import { logSoftmax } from '../objectives/softmax.js';
import type { Scripts } from './scripts.js';

/** What a policy made of scripts. Arrays run row by row, then step by step. */
export interface Walk {
  readonly unrolling: Unrolling;
  /** rows × steps × vocabulary; -∞ for tokens that are no level. */
  readonly logits: Float64Array;
  /** rows × steps: the tokens picked; 0 where a row has no answer. */
  readonly answers: Int32Array;
  /** rows × steps: their log-probabilities. */
  readonly logp: Float64Array;
}

/** Picks a token: log-probabilities of the levels stand at `at` and after. */
export type Pick = (row: number, step: number, logp: Float64Array, at: number) => number;

/**
 * Reads scripts side by side and picks an answer where one comes. Only levels can be answers: the end of a prompt, the padding
 * and the identities get probability 0.
 *
 * @param levels tokens below this are levels
 */
export function walk(
  policy: SequencePolicy,
  parameters: Float64Array,
  { rows, positions, tokens, steps, mask }: Scripts,
  levels: number,
  pick: Pick,
): Walk {
  const { vocabulary } = policy;
  const unrolling = policy.unroll(parameters, rows);
  const all = rows * steps.length;
  const [logits, scores] = [new Float64Array(all * vocabulary).fill(-Infinity), new Float64Array(all * vocabulary)];
  const [answers, logp] = [new Int32Array(all), new Float64Array(all)];
  const last = steps.at(-1) ?? 0;
  const read = new Int32Array(rows);
  for (let [p, step] = [0, 0]; p <= last && all > 0; p++) {
    for (let i = 0; i < rows; i++) read[i] = tokens[i * positions + p]!;
    if (p === steps[step]) {
      const next = unrolling.next();
      for (let i = 0; i < rows; i++) {
        const [k, from] = [i * steps.length + step, i * vocabulary];
        const at = k * vocabulary;
        logits.set(next.subarray(from, from + levels), at);
        if (mask[k] === 0) continue;
        logSoftmax(logits, at, vocabulary, scores);
        const token = pick(i, step, scores, at);
        read[i] = answers[k] = token;
        logp[k] = scores[at + token]!;
      }
      step++;
    }
    if (p < last) unrolling.read(read);
  }
  return { unrolling, logits, answers, logp };
}
