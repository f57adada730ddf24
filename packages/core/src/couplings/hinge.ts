import type { Pair, Triple } from '../contract/energy.js';
import { clip } from '../numeric/vector.js';

/*
 * The squared hinge w max(0, s)² of the gap s = β b - α a, shared by the two hinge couplings.
 * max(0, s) is written 0.5 (s + |s|), which has no branch for the processor to guess.
 */

export function hingeEnergy(a: number, b: number, w: number, alpha: number, beta: number): number {
  const gap = beta * b - alpha * a;
  const active = 0.5 * (gap + Math.abs(gap));
  return w * active * active;
}

export function hingeSlopes(a: number, b: number, w: number, alpha: number, beta: number, out: Pair): void {
  const gap = beta * b - alpha * a;
  const pull = w * (gap + Math.abs(gap));
  out[0] = -pull * alpha;
  out[1] = pull * beta;
}

/** Bounds that hold on either side of the kink. */
export function hingeBend(w: number, alpha: number, beta: number): readonly [number, number, number] {
  return [2 * w * alpha * alpha, 2 * w * beta * beta, 2 * w * alpha * beta];
}

export function hingeCurvatures(a: number, b: number, w: number, alpha: number, beta: number, out: Triple): void {
  const active = beta * b - alpha * a > 0 ? 2 * w : 0;
  out[0] = active * alpha * alpha;
  out[1] = active * beta * beta;
  out[2] = -active * alpha * beta;
}

/** (r1 - r0)(r1 + r0) of the active gaps, with the change of the gap taken first. */
export function hingeDifference(
  fromA: number,
  fromB: number,
  toA: number,
  toB: number,
  w: number,
  alpha: number,
  beta: number,
): number {
  const from = beta * fromB - alpha * fromA;
  const to = beta * toB - alpha * toA;
  if (from <= 0 || to <= 0) {
    const [before, after] = [Math.max(0, from), Math.max(0, to)];
    return w * (after - before) * (after + before);
  }
  return w * (beta * (toB - fromB) - alpha * (toA - fromA)) * (to + from);
}

/** An active gap shrinks by 1 / (1 + 2 w tau (α² + β²)); the result is clipped into the box. */
export function hingeProx(
  a: number,
  b: number,
  tau: number,
  w: number,
  alpha: number,
  beta: number,
): readonly [number, number] {
  const gap = beta * b - alpha * a;
  if (gap <= 0) return [a, b];
  const pull = (2 * w * tau * gap) / (1 + 2 * w * tau * (alpha * alpha + beta * beta));
  return [clip(a + alpha * pull), clip(b - beta * pull)];
}
