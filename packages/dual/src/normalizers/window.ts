import { CfcError, describe } from '@cfc/core';
import { Moments } from './moments.js';
import { median, medianDeviation } from './quantiles.js';
import { SortedList } from './sorted-list.js';

/** The values of a window in the order of its slots, and the slot that the next value takes. */
export interface WindowState {
  readonly values: readonly number[];
  readonly next: number;
}

/** What of a window is kept up to date: order statistics, moments, or both. */
export interface WindowParts {
  readonly sorted?: boolean;
  readonly moments?: boolean;
}

const FIRST = 64;

/** The last `length` finite numbers that were pushed, with ranks, medians and moments in O(log n). */
export class Window {
  readonly length: number;
  readonly sorted: SortedList | null;
  readonly moments: Moments | null;
  #values: Float64Array;
  #size = 0;
  #next = 0;

  /** @throws `INPUT_INVALID` for a state that is not one of a window of this length */
  constructor(length: number, { sorted = true, moments = false }: WindowParts = {}, state?: WindowState) {
    this.length = length;
    this.sorted = sorted ? new SortedList() : null;
    this.moments = moments ? new Moments() : null;
    this.#values = new Float64Array(Math.min(length, FIRST));
    if (state === undefined) return;
    checkState(state, length);
    state.values.forEach((value) => this.push(value));
    this.#next = state.next;
  }

  get size(): number {
    return this.#size;
  }

  /** Takes a finite value in, and the oldest one out where the window is full. */
  push(value: number): void {
    const slot = this.#next;
    if (slot === this.#values.length) this.#grow();
    if (this.#size === this.length) this.sorted?.remove(this.#values[slot]!);
    else this.#size++;
    this.#values[slot] = value;
    this.sorted?.insert(value);
    this.moments?.set(slot, value);
    this.#next = slot + 1 === this.length ? 0 : slot + 1;
  }

  /** The middle value; NaN of none. */
  median(): number {
    return this.sorted === null ? NaN : median(this.sorted, this.#size);
  }

  /** Median of the absolute deviations from the median; NaN of none. */
  medianDeviation(): number {
    return this.sorted === null ? NaN : medianDeviation(this.sorted, this.median());
  }

  state(): WindowState {
    return { values: Array.from(this.#values.subarray(0, this.#size)), next: this.#next };
  }

  #grow(): void {
    const next = new Float64Array(Math.min(this.length, 2 * this.#values.length));
    next.set(this.#values);
    this.#values = next;
  }
}

/** Throws `INPUT_INVALID` where a state is not one that a window of this length returned. */
function checkState(state: WindowState | null, length: number): void {
  const fix = 'Give the state that a window of the same length returned.';
  const values: unknown = state?.values;
  if (!Array.isArray(values) || values.length > length || !values.every((value) => Number.isFinite(value))) {
    throw new CfcError('INPUT_INVALID', `the values are not ${length} or fewer finite numbers`, 'window.values', fix);
  }
  const next = state!.next;
  const wraps = values.length === length;
  if (wraps ? Number.isInteger(next) && next >= 0 && next < length : next === values.length) return;
  throw new CfcError('INPUT_INVALID', `the next slot is ${describe(next)}`, 'window.next', fix);
}
