/** A column in a few numbers. */
export interface Summary {
  last: number;
  least: number;
  /** x of the first row with it. */
  leastAt: number;
  most: number;
  mostAt: number;
}

/** Of no rows yet. */
export const summary = (): Summary => ({ last: NaN, least: Infinity, leastAt: NaN, most: -Infinity, mostAt: NaN });

/** Takes a finite value into it. */
export function note(one: Summary, x: number, value: number): void {
  one.last = value;
  if (value < one.least) {
    one.least = value;
    one.leastAt = x;
  }
  if (value > one.most) {
    one.most = value;
    one.mostAt = x;
  }
}
