import type { Coefficients } from '../gradients/coefficients-from-gram.js';
import type { Cosines } from '../gradients/cosines.js';
import type { ExtraColumns } from './trace-row.js';

/**
 * What `combine` or `coefficientsFromGram` saw of the gradients, as columns for `traceRow`: the cosine of every pair before and after, the
 * least one, the share of pairs in conflict, the redundancy.
 *
 * @param names of the gradients, in their order
 *
 * @example
 * trace(traceRow(step, gradientColumns(['task', 'kl'], combine([taskGradient, klGradient]))));
 */
export function gradientColumns(
  names: readonly string[],
  { before, after }: Pick<Coefficients, 'before' | 'after'>,
): ExtraColumns {
  return {
    ...pairs('cosine', names, before),
    ...pairs('cosine_after', names, after),
    cosine_min: before.cosineMin,
    conflict_fraction: before.conflictFraction,
    redundancy: before.redundancy,
  };
}

const pairs = (prefix: string, names: readonly string[], { cosine }: Cosines): ExtraColumns =>
  Object.fromEntries(
    names.flatMap((a, i) => names.slice(i + 1).map((b, j) => [`${prefix}:${a}:${b}`, cosine[i]![i + 1 + j]!] as const)),
  );
