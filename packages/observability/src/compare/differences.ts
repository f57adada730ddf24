/** One thing that differs between runs: what it is, and its value in each; null where a run does not have it. */
export interface Difference {
  readonly what: string;
  readonly values: readonly (string | null)[];
}

/** The leaves of a tree by path: `relax.stop.with.steps`. Lists count from 0. */
function leaves(tree: unknown, path = ''): ReadonlyMap<string, string> {
  if (typeof tree !== 'object' || tree === null) return new Map([[path, JSON.stringify(tree) ?? 'undefined']]);
  const entries = Object.entries(tree);
  if (entries.length === 0) return new Map([[path, Array.isArray(tree) ? '[]' : '{}']]);
  const found = new Map<string, string>();
  for (const [key, below] of entries) {
    for (const [name, leaf] of leaves(below, path === '' ? key : `${path}.${key}`)) found.set(name, leaf);
  }
  return found;
}

/** The leaves in which trees differ, in order of appearance. */
export function differences(trees: readonly unknown[]): readonly Difference[] {
  const all = trees.map((tree) => (tree === null || tree === undefined ? new Map<string, string>() : leaves(tree)));
  const names = new Set(all.flatMap((one) => [...one.keys()]));
  return [...names]
    .map((what) => ({ what, values: all.map((one) => one.get(what) ?? null) }))
    .filter(({ values }) => new Set(values).size > 1);
}
