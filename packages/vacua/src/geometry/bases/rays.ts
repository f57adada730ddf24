/** A primitive lattice vector. */
export type Ray = readonly [number, number];

/**
 * Ray coordinates of a toric surface: v_0 = (1, 0), v_1 = (0, 1), v_{i+1} = -s_i v_i - v_{i-1}, so that neighbours have determinant 1.
 * Null where the fan does not close after one turn around the origin: v_k = v_0, v_{k+1} = v_1 and Σ s_i = 12 - 3k.
 *
 * @param selfIntersections s_i of the curves in order, at least 3
 *
 * Source: W. Fulton, Introduction to Toric Varieties (1993), section 2.5.
 */
export function raysOf(selfIntersections: readonly number[]): readonly Ray[] | null {
  const rays: Ray[] = [
    [1, 0],
    [0, 1],
  ];
  const count = selfIntersections.length;
  for (let i = 1; i <= count; i++) {
    const s = selfIntersections[i % count]!;
    const [[a, b], [x, y]] = [rays[i - 1]!, rays[i]!];
    rays.push([0 - s * x - a, 0 - s * y - b]);
  }
  const [first, second] = [rays[count]!, rays[count + 1]!];
  const closed = first[0] === 1 && first[1] === 0 && second[0] === 0 && second[1] === 1;
  const total = selfIntersections.reduce((sum, s) => sum + s, 0);
  return closed && total === 12 - 3 * count ? rays.slice(0, count) : null;
}
