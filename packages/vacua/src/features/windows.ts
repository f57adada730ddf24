import { CfcError, type Given, fill, integer } from '@cfc/core';

const fields = {
  width: integer(5, 'curves in a row', { min: 1, max: 16 }),
  most: integer(512, 'most windows kept, those that occur in the most lists', { min: 1 }),
};

/** Windows that are counted, of one width. Plain data. */
export interface WindowVocabulary {
  readonly width: number;
  readonly names: readonly string[];
}

/**
 * The runs of `width` neighbouring self-intersections that occur in the most cyclic lists; a run and its mirror image are one. Made from the
 * training side alone: it looks at no label, but the test side must not shape features either.
 *
 * @param options `width` 1..16 (5), `most` (512)
 * @throws `INPUT_INVALID` for no list, `OPTION_INVALID`
 */
export function windowVocabulary(
  lists: readonly (readonly number[])[],
  options: Given<typeof fields> = {},
): WindowVocabulary {
  const { width, most } = fill(fields, options, 'windowVocabulary');
  if (lists.length === 0) throw new CfcError('INPUT_INVALID', 'there is no list', 'windowVocabulary.lists');
  const counts = new Map<string, number>();
  for (const list of lists)
    for (const name of new Set(windowsOf(list, width))) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, most);
  return { width, names: names.map(([name]) => name) };
}

/** How often each window of the vocabulary occurs in a cyclic list, and last how many others there are. */
export function windowCounts({ width, names }: WindowVocabulary): (list: readonly number[]) => number[] {
  const at = new Map(names.map((name, k) => [name, k]));
  return (list) => {
    const counts = new Array<number>(names.length + 1).fill(0);
    for (const name of windowsOf(list, width)) counts[at.get(name) ?? names.length]!++;
    return counts;
  };
}

/** A window for each place of a cyclic list, as "a,b,c" read in the direction that is larger as a text. */
function windowsOf(list: readonly number[], width: number): string[] {
  return list.map((_, i) => {
    const run = Array.from({ length: width }, (_one, k) => list[(i + k) % list.length]!);
    const [there, back] = [run.join(','), run.reverse().join(',')];
    return there > back ? there : back;
  });
}
