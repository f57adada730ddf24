import { CfcError } from '@cfc/core';

/**
 * Where a number comes from: the configuration matrix, Chern classes, Hodge and Euler numbers, self-intersections of curves, orders of vanishing on
 * them, the potential's draws, or a label.
 */
export const provenances = ['matrix', 'chern', 'hodge', 'curves', 'orders', 'potential', 'label'] as const;

/** One of `provenances`. */
export type Provenance = (typeof provenances)[number];

/** Features of one provenance. */
export interface FeatureGroup<T> {
  readonly from: Provenance;
  readonly names: readonly string[];
  /** A number for each name. */
  readonly of: (entry: T) => readonly number[];
}

/** Rows of features with what they are. */
export interface FeatureTable {
  readonly names: readonly string[];
  readonly from: readonly Provenance[];
  readonly rows: readonly (readonly number[])[];
}

/**
 * Features of entries by an allow-list: a group whose provenance was not allowed by name is an error, and labels, like what the potential was
 * drawn with, can never be allowed. So a label column cannot become a feature by oversight.
 *
 * @param allowed provenances that may be learnt from
 * @throws `INPUT_INVALID` that names the group; a number missing or not finite
 */
export function featureTable<T>(
  entries: readonly T[],
  groups: readonly FeatureGroup<T>[],
  allowed: readonly Provenance[],
): FeatureTable {
  const never = allowed.find((from) => from === 'label' || from === 'potential');
  if (never !== undefined) throw leak(`"${never}" can never be allowed`, 'featureTable.allowed');
  for (const { from, names } of groups) {
    if (!allowed.includes(from))
      throw leak(`${names.join(', ')} come from "${from}", which is not allowed`, 'featureTable.groups');
  }
  const names = groups.flatMap((group) => group.names);
  const rows = entries.map((entry, i) => {
    const row = groups.flatMap((group) => group.of(entry));
    const wrong = names.findIndex((_, j) => !Number.isFinite(row[j]));
    if (row.length === names.length && wrong < 0) return row;
    throw new CfcError(
      'INPUT_INVALID',
      `entry ${i} has no number for ${names[wrong] ?? 'a name'}`,
      'featureTable.entries',
    );
  });
  return { names, from: groups.flatMap((group) => group.names.map(() => group.from)), rows };
}

const leak = (what: string, where: string): CfcError =>
  new CfcError('INPUT_INVALID', what, where, 'Learn from what is known before the label is.');
