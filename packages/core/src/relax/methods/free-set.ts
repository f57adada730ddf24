/** Order parameters this close to a wall, with the gradient pushing into it, count as held there. */
const MARGIN = 1e-3;

/**
 * Whether a row is held: it lies within a margin of a wall that the gradient pushes it into. The margin shrinks with the
 * projected gradient `left`, so that the set settles. Source: D. Bertsekas, SIAM J. Control Optim. 20 (1982) 221.
 */
export function isHeld(eta: number, slope: number, left: number): boolean {
  const margin = left < MARGIN ? left : MARGIN;
  return slope > 0 ? eta <= margin : slope < 0 && eta >= 1 - margin;
}
