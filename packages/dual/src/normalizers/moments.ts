/**
 * Mean and sum of squared deviations of a window, in a binary tree over its slots: one slot is changed in O(log n), and
 * nothing builds up over time, for a node depends on its own slots alone (Chan, Golub, LeVeque, The American Statistician
 * 37 (1983) 242).
 */
export class Moments {
  #capacity = 1;
  #counts = new Float64Array(2);
  #means = new Float64Array(2);
  #squares = new Float64Array(2);

  get mean(): number {
    return this.#means[1]!;
  }

  /** Standard deviation, divided by n; 0 of none. */
  get deviation(): number {
    return this.#counts[1]! === 0 ? 0 : Math.sqrt(this.#squares[1]! / this.#counts[1]!);
  }

  set(slot: number, value: number): void {
    while (slot >= this.#capacity) this.#grow();
    let node = this.#capacity + slot;
    this.#counts[node] = 1;
    this.#means[node] = value;
    for (node >>= 1; node >= 1; node >>= 1) this.#merge(node);
  }

  #merge(node: number): void {
    const [left, right] = [2 * node, 2 * node + 1];
    const few = this.#counts[right]!;
    const count = this.#counts[left]! + few;
    const gap = this.#means[right]! - this.#means[left]!;
    this.#counts[node] = count;
    if (few === 0) {
      this.#means[node] = this.#means[left]!;
      this.#squares[node] = this.#squares[left]!;
      return;
    }
    const share = few / count;
    this.#means[node] = this.#means[left]! + gap * share;
    this.#squares[node] = this.#squares[left]! + this.#squares[right]! + gap * gap * share * this.#counts[left]!;
  }

  /** Twice as many slots: the old tree becomes the left half of the new one. */
  #grow(): void {
    this.#counts = this.#widened(this.#counts);
    this.#means = this.#widened(this.#means);
    this.#squares = this.#widened(this.#squares);
    this.#capacity *= 2;
    this.#merge(1);
  }

  #widened(old: Float64Array): Float64Array<ArrayBuffer> {
    const next = new Float64Array(2 * old.length);
    for (let width = 1; width <= this.#capacity; width *= 2) next.set(old.subarray(width, 2 * width), 2 * width);
    return next;
  }
}
