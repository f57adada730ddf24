import type { CouplingFamily, Fields, Gap, Options, Quartic, Signals } from '@cfc/core';
import type { Ends } from './part.js';

const NOTHING: Quartic = { h: 0, a: 0, b: 0 };

/**
 * A coupling with `ends` as a quartic of the one order parameter that is left, without its constant; null where it is none.
 *
 * With the gap s = β b - α a = p x + q, w s² is w p² x² + 2 w p q x; one-sided the same where s >= 0 on the whole of [0, 1],
 * nothing where s <= 0 there, else no quartic.
 */
export function quarticOf(
  family: CouplingFamily,
  options: Options<Fields>,
  signals: Signals,
  ends: Ends,
): Quartic | null {
  if (family.gap !== undefined) return ofGap(family.gap, options, ends);
  const quartic = family.fold?.(options, signals) ?? null;
  return quartic === null || ends.first ? quartic : NOTHING;
}

function ofGap(gap: Gap, options: Options<Fields>, { first, second, at }: Ends): Quartic | null {
  const [w, alpha, beta] = gapNumbers(gap, options);
  const p = (second ? beta : 0) - (first ? alpha : 0);
  const q = (second ? 0 : beta * at) - (first ? 0 : alpha * at);
  if (gap.oneSided) {
    if (q <= 0 && p + q <= 0) return NOTHING;
    if (q < 0 || p + q < 0) return null;
  }
  return { h: -2 * w * p * q, a: w * p * p, b: 0 };
}

/** Weight, alpha and beta of one coupling's gap. */
export function gapNumbers({ weight, alpha, beta }: Gap, options: Options<Fields>): readonly [number, number, number] {
  const number = (name: string | 1): number => (name === 1 ? 1 : (options[name] as number));
  return [number(weight), number(alpha), number(beta)];
}
