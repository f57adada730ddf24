/** A key that a map of a JSON text has a second time, and where that one stands. */
export interface RepeatedKey {
  readonly name: string;
  readonly offset: number;
}

/** What is to be told of a key that comes twice, in JSON as in YAML. */
export function repeatedKey(name: string): { readonly what: string; readonly fix: string } {
  return { what: `the key ${JSON.stringify(name.slice(0, 40))} comes twice in one map`, fix: 'Leave one of them out.' };
}

/**
 * The first repeated key of a text that `JSON.parse` has read, which takes the last one without a word; null where there is none.
 * Keys are compared as the texts that they stand for: `"a"` is `"\u0061"`.
 */
export function findRepeatedKey(json: string): RepeatedKey | null {
  const open: Set<string>[] = [];
  let within = false;
  let [from, to] = [0, 0];
  for (const { 0: token, index } of json.matchAll(/\\.|["{}[\]:]/g)) {
    if (token === '"') {
      if (within) to = index + 1;
      else from = index;
      within = !within;
    } else if (within) continue;
    else if (token === '{' || token === '[') open.push(new Set());
    else if (token !== ':') open.pop();
    else {
      const name = JSON.parse(json.slice(from, to)) as string;
      const seen = open.at(-1)!;
      if (seen.has(name)) return { name, offset: from };
      seen.add(name);
    }
  }
  return null;
}
