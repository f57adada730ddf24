/** Entries of a full bucket; it is split in two when one more comes. */
const FULL = 128;
/** Buckets of a group, which a look-up passes in one step. */
const GROUP = 16;
/** Entries that a search within a bucket passes in one step. */
const STRIDE = 8;

/**
 * Finite numbers in ascending order, in buckets of at most 128: insertion, removal and ranks pass groups of buckets, the buckets of one
 * group and the entries of one bucket.
 *
 * All buckets lie in one block of memory. At 50,000 entries time goes into waiting for memory and into guesses of the processor that
 * fail, which a scan has one of and a search by halves one in every other step.
 */
export class SortedList {
  #block = new Float64Array(FULL);
  /** Place in the block, entries, and last entry of each bucket, in ascending order. */
  readonly #starts: number[] = [0];
  readonly #sizes: number[] = [0];
  readonly #lasts: number[] = [NaN];
  /** Entries of each group. */
  #groups: number[] = [0];
  /** Last entry of each full group, side by side. */
  #ends: number[] = [];
  /** Places in the block that no bucket has. */
  readonly #free: number[] = [];
  #size = 0;
  /** Entries in front of the bucket that was looked up last. */
  #before = 0;
  /** How many entries lie below, and at or below, the value inserted last. */
  lower = 0;
  upper = 0;

  get size(): number {
    return this.#size;
  }

  insert(value: number): void {
    let at = this.#bucketOf(value);
    if (this.#sizes[at] === FULL) {
      this.#split(at);
      at = this.#bucketOf(value);
    }
    const block = this.#block;
    const start = this.#starts[at]!;
    const end = start + this.#sizes[at]!;
    let place = end;
    for (; place > start && block[place - 1]! >= value; place--) block[place] = block[place - 1]!;
    block[place] = value;
    this.#resize(at, 1, block[end]!);
    this.lower = this.#before + place - start;
    const alone = place < end ? block[place + 1]! > value : at + 1 === this.#starts.length;
    this.upper = alone ? this.lower + 1 : this.upTo(value);
  }

  /** Takes out one entry equal to `value`; nothing where there is none. */
  remove(value: number): void {
    const at = this.#bucketOf(value);
    const block = this.#block;
    const start = this.#starts[at]!;
    const last = start + this.#sizes[at]! - 1;
    const place = firstAtLeast(block, start, last + 1, value);
    if (place > last || block[place] !== value) return;
    for (let i = place; i < last; i++) block[i] = block[i + 1]!;
    this.#resize(at, -1, last === start ? NaN : block[last - 1]!);
    if (last - start > FULL / 4) return;
    this.#join(at);
    this.#join(at - 1);
  }

  /** How many entries lie below `value`. */
  below(value: number): number {
    const at = this.#bucketOf(value);
    const start = this.#starts[at]!;
    return this.#before + firstAtLeast(this.#block, start, start + this.#sizes[at]!, value) - start;
  }

  /** How many entries lie at or below `value`. */
  upTo(value: number): number {
    let at = this.#bucketOf(value);
    let before = this.#before;
    while (at + 1 < this.#starts.length && this.#block[this.#starts[at + 1]!]! <= value) before += this.#sizes[at++]!;
    const start = this.#starts[at]!;
    return before + firstAbove(this.#block, start, start + this.#sizes[at]!, value) - start;
  }

  /** The entry of rank `k`, from 0; NaN beyond the last. */
  at(k: number): number {
    if (k >= this.#size) return NaN;
    let [b, rest] = [0, k];
    for (let g = 0; rest >= this.#groups[g]!; g++) {
      rest -= this.#groups[g]!;
      b += GROUP;
    }
    while (rest >= this.#sizes[b]!) rest -= this.#sizes[b++]!;
    return this.#block[this.#starts[b]! + rest]!;
  }

  /** Looks up the first bucket whose last entry is at least `value`, or the last one, and counts what lies in front of it. */
  #bucketOf(value: number): number {
    const lasts = this.#lasts;
    const ends = this.#ends;
    const most = lasts.length - 1;
    let count = 0;
    let g = 0;
    for (; g < ends.length && ends[g]! < value; g++) count += this.#groups[g]!;
    let at = g * GROUP;
    while (at < most && lasts[at]! < value) count += this.#sizes[at++]!;
    this.#before = count;
    return at;
  }

  #resize(at: number, by: number, last: number): void {
    const group = (at / GROUP) | 0;
    this.#sizes[at]! += by;
    this.#lasts[at] = last;
    this.#groups[group]! += by;
    this.#size += by;
    if (at % GROUP === GROUP - 1 && group < this.#ends.length) this.#ends[group] = last;
  }

  #split(at: number): void {
    const half = this.#starts[at]! + FULL / 2;
    const fresh = this.#free.pop() ?? this.#starts.length * FULL;
    if (fresh === this.#block.length) {
      const block = new Float64Array(2 * fresh);
      block.set(this.#block);
      this.#block = block;
    }
    this.#block.copyWithin(fresh, half, half + FULL / 2);
    this.#starts.splice(at + 1, 0, fresh);
    this.#sizes.splice(at, 1, FULL / 2, FULL / 2);
    this.#lasts.splice(at, 0, this.#block[half - 1]!);
    this.#regroup();
  }

  /** Puts a bucket and the next one together where one is empty or both fit into a quarter. */
  #join(at: number): void {
    if (at < 0 || at + 1 >= this.#starts.length) return;
    const [size, more] = [this.#sizes[at]!, this.#sizes[at + 1]!];
    if (size > 0 && more > 0 && size + more > FULL / 4) return;
    const [start, next] = [this.#starts[at]!, this.#starts[at + 1]!];
    this.#block.copyWithin(start + size, next, next + more);
    this.#free.push(next);
    this.#starts.splice(at + 1, 1);
    this.#sizes.splice(at, 2, size + more);
    this.#lasts.splice(more > 0 ? at : at + 1, 1);
    this.#regroup();
  }

  /** Counts the groups anew, after buckets have moved. */
  #regroup(): void {
    const groups = new Array<number>(Math.ceil(this.#sizes.length / GROUP)).fill(0);
    this.#sizes.forEach((size, b) => (groups[(b / GROUP) | 0]! += size));
    this.#groups = groups;
    const full = Math.floor((this.#sizes.length - 1) / GROUP);
    this.#ends = Array.from({ length: full }, (_, g) => this.#lasts[(g + 1) * GROUP - 1]!);
  }
}

/** Place of the first of some ascending entries that is at least `value`. */
function firstAtLeast(block: Float64Array, start: number, end: number, value: number): number {
  let place = start;
  while (place + STRIDE <= end && block[place + STRIDE - 1]! < value) place += STRIDE;
  while (place < end && block[place]! < value) place++;
  return place;
}

/** Place of the first of some ascending entries that is above `value`. */
function firstAbove(block: Float64Array, start: number, end: number, value: number): number {
  let place = start;
  while (place + STRIDE <= end && block[place + STRIDE - 1]! <= value) place += STRIDE;
  while (place < end && block[place]! <= value) place++;
  return place;
}
