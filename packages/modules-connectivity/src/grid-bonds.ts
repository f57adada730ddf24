/**
 * The bonds of a rectangle of nodes, as pairs. Node (x, y) is y · width + x; the bonds to its right and below follow each
 * other, so on a torus bond 2i leads from node i to the right, and 2i + 1 down.
 */
export function gridBonds(width: number, height: number, periodic: boolean): Int32Array {
  const across = periodic ? width : width - 1;
  const down = periodic ? height : height - 1;
  const bonds = new Int32Array(2 * (across * height + down * width));
  let end = 0;
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const below = y + 1 < height ? row + width : 0;
    for (let x = 0; x < width; x++) {
      if (x < across) {
        bonds[end++] = row + x;
        bonds[end++] = x + 1 < width ? row + x + 1 : row;
      }
      if (y < down) {
        bonds[end++] = row + x;
        bonds[end++] = below + x;
      }
    }
  }
  return bonds;
}
