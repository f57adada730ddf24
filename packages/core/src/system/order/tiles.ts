/**
 * An order of couplings in which those of one tile follow each other: one counting sort, no order inside a tile.
 *
 * @param shift a tile is 2^shift modules wide
 * @param square whether tiles are squares (both ends), or strips (the lower end alone)
 * @returns for each place the coupling that goes there
 */
export function tiled(a: Int32Array, b: Int32Array, size: number, shift: number, square: boolean): Int32Array {
  const width = ((size - 1) >> shift) + 1;
  const starts = new Int32Array((square ? width * width : width) + 1);
  const tile = (k: number): number => {
    const i = a[k]!;
    const j = b[k]!;
    return square ? (i >> shift) * width + (j >> shift) : (i < j ? i : j) >> shift;
  };
  for (let k = 0; k < a.length; k++) starts[tile(k) + 1]!++;
  for (let t = 1; t < starts.length; t++) starts[t] = starts[t]! + starts[t - 1]!;
  const items = new Int32Array(a.length);
  for (let k = 0; k < a.length; k++) items[starts[tile(k)]!++] = k;
  return items;
}
