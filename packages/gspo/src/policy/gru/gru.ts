import { type Field, fill, type Given, integer, normal, uniform } from '@cfc/core';
import type { SequencePolicy } from '../policy.js';
import { partsOf, sizeOf } from './parts.js';
import { unroll } from './unroll.js';

const tokens = integer(2, 'how many tokens there are', { min: 2, max: 2 ** 20 });

const fields = {
  vocabulary: { ...tokens, needed: true, fallback: undefined } satisfies Field<number, true>,
  hidden: integer(64, 'units of the state', { min: 1, max: 4096 }),
};

/**
 * A recurrent policy: an embedding of the token read, a gated recurrent unit from state 0 on, and a linear head to the logits.
 *
 *     r, u = σ(W x + b + U h),  c = tanh(W x + b + r (U h + d)),  h ← (1 - u) c + u h,  logits = V h + v.
 *
 * Doubles throughout; the way back is written out by hand. Embeddings begin normal with variance 1, all else uniform in
 * ± 1/√hidden.
 *
 * Options: `vocabulary` >= 2, needed; `hidden` from 1 to 4096 (64): 32 to 64 for up to ten terms, 128 to 256 for twenty.
 * Source: Cho et al., arXiv:1406.1078 (2014), in the variant of cuDNN.
 */
export function gru(options: Given<typeof fields>): SequencePolicy & { readonly hidden: number } {
  const given = fill(fields, options, 'gru');
  // A 64 out of a list of doubles is a double to V8, and every index made of it: the loops would run at half their speed.
  const [vocabulary, hidden] = [given.vocabulary | 0, given.hidden | 0];
  const sizes = { vocabulary, hidden };
  const size = sizeOf(sizes);
  return Object.freeze({
    vocabulary,
    hidden,
    size,
    initial(seed: number): Float64Array {
      const parameters = new Float64Array(size);
      const bound = 1 / Math.sqrt(hidden);
      Object.values(partsOf(parameters, sizes)).forEach((part: Float64Array, p) => {
        for (let k = 0; k < part.length; k++) {
          part[k] = p === 0 ? normal(seed, p, k) : bound * (2 * uniform(seed, p, k) - 1);
        }
      });
      return parameters;
    },
    unroll: (parameters: Float64Array, rows: number) => unroll(partsOf(parameters, sizes), sizes, rows),
  });
}
