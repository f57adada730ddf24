import type { CouplingFamily, Fields, Gap, Options, Quartic, Signals } from '@cfc/core';
import type { Ends } from './part.js';

/** A coupling as the energy of the one order parameter x that is left, without its constant: w max(0, p x + q)², or a quartic. */
export type OneEnded =
  | { readonly kind: 'quartic'; readonly quartic: Quartic }
  | { readonly kind: 'hinge'; readonly w: number; readonly p: number; readonly q: number }
  | { readonly kind: 'other' };

const NOTHING: OneEnded = { kind: 'quartic', quartic: { h: 0, a: 0, b: 0 } };
const OTHER: OneEnded = { kind: 'other' };

/**
 * What is left of a coupling of which `ends` follow x.
 *
 * With the gap s = β b - α a = p x + q, w s² is w p² x² + 2 w p q x + constant; one-sided the same where s >= 0 on the whole
 * of [0, 1], nothing where s <= 0 there, else a hinge.
 */
export function oneEnded(family: CouplingFamily, options: Options<Fields>, signals: Signals, ends: Ends): OneEnded {
  if (family.gap !== undefined) return ofGap(family.gap, options, ends);
  const quartic = family.fold?.(options, signals) ?? null;
  if (quartic === null) return OTHER;
  return ends.first ? { kind: 'quartic', quartic } : NOTHING;
}

function ofGap(gap: Gap, options: Options<Fields>, { first, second, at }: Ends): OneEnded {
  const [w, alpha, beta] = gapNumbers(gap, options);
  const p = (second ? beta : 0) - (first ? alpha : 0);
  const q = (second ? 0 : beta * at) - (first ? 0 : alpha * at);
  if (gap.oneSided) {
    if (q <= 0 && p + q <= 0) return NOTHING;
    if (q < 0 || p + q < 0) return { kind: 'hinge', w, p, q };
  }
  return { kind: 'quartic', quartic: { h: -2 * w * p * q, a: w * p * p, b: 0 } };
}

/** Weight, alpha and beta of one coupling's gap. */
export function gapNumbers({ weight, alpha, beta }: Gap, options: Options<Fields>): readonly [number, number, number] {
  const number = (name: string | 1): number => (name === 1 ? 1 : (options[name] as number));
  return [number(weight), number(alpha), number(beta)];
}
