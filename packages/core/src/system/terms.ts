import type { Signals, Vector } from '../contract/energy.js';
import type { Term } from '../contract/system.js';
import type { LocalGroup, PackedCouplings } from './families.js';

/** The terms of a system: its modules' families, then those of its couplings. */
export function termsOf(locals: readonly LocalGroup[], couplings: readonly PackedCouplings[]): readonly Term[] {
  const term = (kind: Term['kind'], family: string, count: number): Term =>
    Object.freeze({ key: `${kind}:${family}`, kind, family, count });
  return Object.freeze([
    ...locals.map(({ name, count }) => term('local', name, count)),
    ...couplings.map(({ name, count }) => term('coup', name, count)),
  ]);
}

/** Σ F'² over the modules of one family. */
export function localSquares({ family, slots, at }: LocalGroup, eta: Vector, signals: Signals): number {
  let squares = 0;
  for (let k = 0; k < slots.length; k++) {
    const slope = family.slope(eta[slots[k]!]!, at(k), signals);
    squares += slope * slope;
  }
  return squares;
}

const pair = new Float64Array(2);

/** Σ |∇F|² over the couplings of one family. */
export function couplingSquares({ family, a, b, at }: PackedCouplings, eta: Vector, signals: Signals): number {
  let squares = 0;
  for (let k = 0; k < a.length; k++) {
    family.slopes(eta[a[k]!]!, eta[b[k]!]!, at(k), signals, pair);
    squares += pair[0]! * pair[0]! + pair[1]! * pair[1]!;
  }
  return squares;
}
