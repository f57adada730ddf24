import { CfcError, describe, integer, uniform } from '@cfc/core';

/** A list of finite numbers: a plain or a typed array. */
export type NumberSequence = readonly number[] | (ArrayBufferView & ArrayLike<number>);

/** Most pairs that are drawn: a standard error of at most 0.0005. */
const MOST = 1_000_000;

/** The options of the sampling, shared with the module. */
export const sampling = {
  samples: integer(512, 'pairs that are drawn to estimate η; its standard error is at most 1 / (2 √samples)', {
    min: 1,
    max: MOST,
  }),
  seed: integer(0, 'seed of the pairs that are drawn', { min: 0 }),
};

/**
 * The estimated fraction of pairs i < j that are in order, v[i] <= v[j]; equal values are in order.
 *
 * η = (1 / samples) Σ_k [v[i_k] <= v[j_k]], the pairs drawn uniformly among all n(n - 1)/2, with
 * replacement: i is any index, j any other, and the two are sorted. Draw k depends on the seed, on k
 * and on n alone, so the result is deterministic.
 *
 * Reads two values for each sample, however long the list is. So only values that are drawn are
 * checked: one that is not finite is found only if a pair hits it.
 *
 * @param values at least two finite numbers
 * @param options.samples whole number in [1, 1 000 000], 512 by default
 * @param options.seed whole number >= 0, 0 by default
 * @returns η in [0, 1]: 1 for a sorted list, 0 for a strictly falling one
 * @throws `INPUT_INVALID` for no array, fewer than two values, or a drawn value that is not a finite
 * number (names its index); `OPTION_INVALID` for options out of range
 *
 * Source: the Complexity from Constraints prototype, which draws i in 0..n - 2 and j above it, which
 * gives a late pair more weight than an early one.
 */
export function sampleMonotonicity(
  values: NumberSequence,
  options: { readonly samples?: number; readonly seed?: number } = {},
): number {
  const samples = sampling.samples.check(options.samples ?? sampling.samples.fallback, 'sampleMonotonicity.samples');
  const seed = sampling.seed.check(options.seed ?? sampling.seed.fallback, 'sampleMonotonicity.seed');
  const length = lengthOf(values);
  let inOrder = 0;
  for (let k = 0; k < samples; k++) {
    const i = below(length, uniform(seed, k, 0));
    const other = below(length - 1, uniform(seed, k, 1));
    const j = other < i ? other : other + 1;
    if (valueAt(values, Math.min(i, j)) <= valueAt(values, Math.max(i, j))) inOrder++;
  }
  return inOrder / samples;
}

/** A whole number in 0..count - 1; the product may round up to `count`. */
function below(count: number, random: number): number {
  return Math.min(count - 1, Math.floor(random * count));
}

function lengthOf(values: NumberSequence): number {
  const listed: unknown = values;
  if (!Array.isArray(listed) && !(ArrayBuffer.isView(listed) && 'length' in listed)) {
    throw new CfcError('INPUT_INVALID', 'the sequence is not an array', '', 'Give an array of at least two numbers.');
  }
  const length = values.length;
  if (length >= 2) return length;
  const what = `the sequence has ${length === 1 ? 'only one value' : 'no values'}`;
  throw new CfcError('INPUT_INVALID', what, '', 'Give at least two values: order is a matter of pairs.');
}

function valueAt(values: NumberSequence, index: number): number {
  const value: unknown = values[index];
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new CfcError(
    'INPUT_INVALID',
    `${describe(value)} is not a finite number`,
    `[${index}]`,
    'Give finite numbers.',
  );
}
