/** What a call throws. */
export function errorOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

/** Component sizes of a list of pairs, the largest first, by breadth-first search. */
export function sizesBySearch(nodes: number, pairs: readonly (readonly number[])[]): number[] {
  const near = Array.from({ length: nodes }, (): number[] => []);
  for (const [i, j] of pairs) {
    near[i!]!.push(j!);
    near[j!]!.push(i!);
  }
  const seen = new Set<number>();
  const sizes: number[] = [];
  for (let start = 0; start < nodes; start++) {
    if (seen.has(start)) continue;
    const queue = [start];
    seen.add(start);
    for (const i of queue) {
      for (const j of near[i]!) {
        if (seen.has(j)) continue;
        seen.add(j);
        queue.push(j);
      }
    }
    sizes.push(queue.length);
  }
  return sizes.sort((a, b) => b - a);
}

/** A flat list as pairs. */
export const pairsOf = (flat: ArrayLike<number>): [number, number][] =>
  Array.from({ length: flat.length / 2 }, (_, k) => [flat[2 * k]!, flat[2 * k + 1]!]);

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
