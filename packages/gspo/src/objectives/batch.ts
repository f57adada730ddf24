import { CfcError, describe } from '@cfc/core';

/** Answers that were drawn, and what the policy says of them now. Arrays run row by row, then step by step. */
export interface Batch {
  /** Answers. */
  readonly rows: number;
  /** Tokens of the longest. */
  readonly steps: number;
  readonly vocabulary: number;
  /** rows × steps × vocabulary; -∞ for a token that cannot come. */
  readonly logits: Float64Array;
  /** rows × steps. */
  readonly tokens: ArrayLike<number>;
  /** Log-probabilities of the tokens when they were drawn; rows × steps. */
  readonly old: ArrayLike<number>;
  /** One for each row; at the levels `token` and `grpo` also rows × steps. */
  readonly advantages: ArrayLike<number>;
  /** 0 where a row has no token; rows × steps. All count where it is left out. */
  readonly mask?: ArrayLike<number>;
  /** Log-probabilities under the reference policy; rows × steps. Needed where `kl` > 0. */
  readonly reference?: ArrayLike<number>;
}

/** Throws `INPUT_INVALID` for a batch whose parts do not fit together. */
export function checkBatch(batch: Batch): void {
  const { rows, steps, vocabulary, logits, tokens, old, mask, reference, advantages } = batch;
  const all = rows * steps;
  lengthOf(logits, all * vocabulary, 'logits');
  lengthOf(tokens, all, 'tokens');
  lengthOf(old, all, 'old');
  if (mask !== undefined) lengthOf(mask, all, 'mask');
  if (reference !== undefined) lengthOf(reference, all, 'reference');
  if (advantages.length !== rows) lengthOf(advantages, all, 'advantages');
  for (let k = 0; k < advantages.length; k++) {
    if (Number.isFinite(advantages[k])) continue;
    const what = `an advantage is ${describe(advantages[k])}`;
    throw new CfcError('INPUT_INVALID', what, `advantages[${k}]`, 'Give finite numbers.');
  }
}

function lengthOf(given: ArrayLike<unknown>, wanted: number, name: string): void {
  if (given.length === wanted) return;
  const what = `there are ${given.length} entries, not ${wanted}`;
  throw new CfcError('INPUT_INVALID', what, name, 'Give rows × steps entries (times the vocabulary for logits).');
}

/** Throws `INPUT_INVALID` for a number that the objective cannot work with. */
export function checkFinite(value: number, what: string, row: number, step: number): void {
  if (Number.isFinite(value)) return;
  const where = `row ${row}, step ${step}`;
  throw new CfcError('INPUT_INVALID', `${what} is ${describe(value)}`, where, 'Look for a policy that has run away.');
}
