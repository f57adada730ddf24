/** One-sided squares w max(0, p x + q)² of single order parameters: those of row r are entries start[r] to start[r + 1]. */
export interface Hinges {
  readonly start: Int32Array;
  readonly w: Float64Array;
  readonly p: Float64Array;
  readonly q: Float64Array;
}

/** A hinge of one row. */
export interface Hinge {
  readonly row: number;
  readonly w: number;
  readonly p: number;
  readonly q: number;
}

/** By rows, each row's in the order given. */
export function hingesOf(rows: number, given: readonly Hinge[]): Hinges {
  const start = new Int32Array(rows + 1);
  for (const { row } of given) start[row + 1]!++;
  for (let row = 0; row < rows; row++) start[row + 1]! += start[row]!;
  const next = start.slice(0, rows);
  const [w, p, q] = [0, 0, 0].map(() => new Float64Array(given.length)) as [Float64Array, Float64Array, Float64Array];
  for (const hinge of given) {
    const at = next[hinge.row]!++;
    w[at] = hinge.w;
    p[at] = hinge.p;
    q[at] = hinge.q;
  }
  return { start, w, p, q };
}

export function hingeEnergy({ start, w, p, q }: Hinges, row: number, x: number): number {
  let total = 0;
  for (let k = start[row]!; k < start[row + 1]!; k++) {
    const gap = Math.max(0, p[k]! * x + q[k]!);
    total += w[k]! * gap * gap;
  }
  return total;
}

export function hingeSlope({ start, w, p, q }: Hinges, row: number, x: number): number {
  let total = 0;
  for (let k = start[row]!; k < start[row + 1]!; k++) total += 2 * w[k]! * p[k]! * Math.max(0, p[k]! * x + q[k]!);
  return total;
}

/** One-sided at the kinks, as the couplings have it. */
export function hingeCurvature({ start, w, p, q }: Hinges, row: number, x: number): number {
  let total = 0;
  for (let k = start[row]!; k < start[row + 1]!; k++) if (p[k]! * x + q[k]! > 0) total += 2 * w[k]! * p[k]! * p[k]!;
  return total;
}

/** Upper bound of the curvature anywhere. */
export function hingeBend({ start, w, p }: Hinges, row: number): number {
  let total = 0;
  for (let k = start[row]!; k < start[row + 1]!; k++) total += Math.abs(2 * w[k]! * p[k]! * p[k]!);
  return total;
}

/** energy(to) - energy(from), with the change of the gap taken first where it is active at both ends. */
export function hingeDifference({ start, w, p, q }: Hinges, row: number, from: number, to: number): number {
  let total = 0;
  for (let k = start[row]!; k < start[row + 1]!; k++) {
    const [before, after] = [p[k]! * from + q[k]!, p[k]! * to + q[k]!];
    const [left, right] = [Math.max(0, before), Math.max(0, after)];
    const change = before > 0 && after > 0 ? p[k]! * (to - from) : right - left;
    total += w[k]! * change * (right + left);
  }
  return total;
}
