import { createHash } from 'node:crypto';
import { CfcError, describe } from '@cfc/core';

/** What names a row, once in its table: a text, or a whole number. */
export type Id = string | number;

/** The sides of a split. */
export const sides = ['train', 'validation', 'test'] as const;

/** One of `sides`. */
export type Side = (typeof sides)[number];

/** A partition of a table by ids. None of its sides is empty. */
export interface Split extends Readonly<Record<Side, readonly Id[]>> {
  /** How it was made: `iid`, `complexity`, `dataSet`, `group`. */
  readonly kind: string;
  /** SHA-256 of the three lists. */
  readonly sha256: string;
}

/**
 * A split of these lists: ids sorted, hashed, frozen.
 *
 * @throws `INPUT_INVALID` for an empty side, an id that comes twice (on one side or on two), and what is no id
 */
export function splitOf(kind: string, lists: Readonly<Record<Side, readonly Id[]>>): Split {
  const where = `the split ${kind}`;
  const seen = new Set<Id>();
  for (const side of sides) {
    if (lists[side].length === 0) {
      const fix = 'Give more rows, or other shares, so that no side is empty.';
      throw new CfcError('INPUT_INVALID', `no row is left for ${side}`, where, fix);
    }
    for (const id of lists[side]) {
      if (!isId(id)) throw new CfcError('INPUT_INVALID', `${describe(id)} is no id`, where);
      if (seen.size === seen.add(id).size)
        throw new CfcError('INPUT_INVALID', `the id ${describe(id)} comes twice`, where);
    }
  }
  const [train, validation, test] = sides.map((side) => Object.freeze([...lists[side]].sort(byId)));
  const sorted = { train: train!, validation: validation!, test: test! };
  const sha256 = createHash('sha256').update(JSON.stringify(sorted)).digest('hex');
  return Object.freeze({ kind, ...sorted, sha256 });
}

/** A split as read from a file, checked. Throws `INPUT_INVALID` as `splitOf`, and where its lists are not those of its hash. */
export function checkSplit<S extends Split>(split: S): S {
  const [train, validation, test] = sides.map((side) => (Array.isArray(split[side]) ? [...split[side]] : []));
  const again = splitOf(split.kind, { train: train!, validation: validation!, test: test! });
  if (again.sha256 === split.sha256) return Object.freeze({ ...split, ...again });
  const what = `its lists have the hash ${again.sha256}, not ${describe(split.sha256)}`;
  throw new CfcError('INPUT_INVALID', what, `the split ${split.kind}`, 'Take the file as it was written.');
}

const isId = (id: unknown): id is Id => (typeof id === 'string' && id !== '') || Number.isSafeInteger(id);

/** Numbers before texts, each in their order. */
const byId = (a: Id, b: Id): number => {
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  return a < b ? -1 : Number(a > b);
};
