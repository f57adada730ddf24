/** Most curves that a cycle is made for; no base has more than 194. */
export const LONGEST = 512;

/** Curves of a toric surface around its boundary, each with its self-intersection and orders of vanishing. Changed in place. */
export class Cycle {
  /** Number of curves, which is that of the rays. */
  size = 0;
  /** Self-intersections. */
  readonly s = new Int16Array(LONGEST + 1);
  /** Orders of vanishing of -4K on the curves, or lower bounds of them. */
  readonly f = new Int16Array(LONGEST + 1);
  /** The same of -6K. */
  readonly g = new Int16Array(LONGEST + 1);

  /** Takes over self-intersections; orders of vanishing begin at 0. */
  load(selfIntersections: ArrayLike<number>): this {
    this.size = selfIntersections.length;
    this.s.set(selfIntersections);
    this.f.fill(0, 0, this.size);
    this.g.fill(0, 0, this.size);
    return this;
  }

  copy({ size, s, f, g }: Cycle): this {
    this.size = size;
    for (let i = 0; i < size; i++) {
      this.s[i] = s[i]!;
      this.f[i] = f[i]!;
      this.g[i] = g[i]!;
    }
    return this;
  }

  after = (i: number): number => (i + 1 === this.size ? 0 : i + 1);
  before = (i: number): number => (i === 0 ? this.size - 1 : i - 1);

  /** Puts a curve of self-intersection -1, with orders 0, between curve i and the next; both lose 1. */
  insert(i: number): void {
    const { s, f, g, size } = this;
    s[i]! -= 1;
    s[this.after(i)]! -= 1;
    for (const values of [s, f, g]) values.copyWithin(i + 2, i + 1, size);
    s[i + 1] = -1;
    f[i + 1] = g[i + 1] = 0;
    this.size = size + 1;
  }
}
