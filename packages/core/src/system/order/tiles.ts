/**
 * An order of couplings in which those of one tile follow each other: one counting sort, no order inside a tile.
 *
 * @param shift a tile is 2^shift modules wide
 * @param square whether tiles are squares (both ends), or strips (the lower end alone)
 * @returns for each place the coupling that goes there, and the place where each tile ends
 */
export function tiled(
  a: Int32Array,
  b: Int32Array,
  size: number,
  shift: number,
  square: boolean,
): { readonly items: Int32Array; readonly ends: Int32Array } {
  const width = ((size - 1) >> shift) + 1;
  /** Where the next coupling of each tile goes; in the end, where the tile ends. */
  const next = new Int32Array((square ? width * width : width) + 1);
  const tile = (k: number): number => {
    const i = a[k]!;
    const j = b[k]!;
    return square ? (i >> shift) * width + (j >> shift) : (i < j ? i : j) >> shift;
  };
  for (let k = 0; k < a.length; k++) next[tile(k) + 1]!++;
  for (let t = 1; t < next.length; t++) next[t] = next[t]! + next[t - 1]!;
  const items = new Int32Array(a.length);
  for (let k = 0; k < a.length; k++) items[next[tile(k)]!++] = k;
  return { items, ends: next.subarray(0, -1) };
}
