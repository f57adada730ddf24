import { defineCoupling } from '../contract/definition.js';
import { type Options, number, text } from '../options/field.js';
import type { Signals } from '../contract/energy.js';
import { clip } from '../numeric/vector.js';
import { weight } from './weight.js';

/** Powers below 1 grow without bound towards 0; between 0 and here they are taken here. */
const NEAR_ZERO = 1e-12;

const options = {
  weight,
  signal: text('delta_eta_domain', 'name of the signal that holds the improvement'),
  damping: number(1, 'factor on the benefit', { min: 0 }),
  etaPower: number(1, 'power of the gate; other than 1 and below 2 the curvature is unbounded at 0', { above: 0 }),
  positiveScale: number(1, 'factor where the signal is an improvement'),
  negativeScale: number(1, 'factor where the signal is a loss'),
};

/** Strength c of F = -c aᵖ. */
function strength(
  { weight: w, damping, signal, positiveScale, negativeScale }: Options<typeof options>,
  signals: Signals,
): number {
  const delta = signals[signal]!;
  return w * damping * (delta >= 0 ? positiveScale : negativeScale) * delta;
}

/** dF/da; 0 at a = 0 for every power but 1, also where the one-sided slope is infinite. */
function slope(a: number, c: number, p: number): number {
  if (p === 1) return -c;
  if (a === 0) return 0;
  return -c * p * Math.max(a, p < 1 ? NEAR_ZERO : 0) ** (p - 1);
}

/** d²F/da² = -c p (p - 1) a^(p - 2). */
function curvature(a: number, c: number, p: number): number {
  return p === 1 || c === 0 ? 0 : -c * p * (p - 1) * a ** (p - 2);
}

/** yᵖ - xᵖ; where x and y are near, as xᵖ ((1 + (y - x) / x)ᵖ - 1) without cancellation. */
function powerDifference(x: number, y: number, p: number): number {
  if (p === 1) return y - x;
  return Math.abs(y - x) >= 0.5 * x ? y ** p - x ** p : x ** p * Math.expm1(p * Math.log1p((y - x) / x));
}

/** The linearised proximal step, halved until it lowers -c xᵖ + (x - a)² / 2τ; at once where p = 1. */
function proxOf(a: number, tau: number, c: number, p: number): number {
  const objective = (x: number): number => (x - a) ** 2 / (2 * tau) - c * x ** p;
  let x = clip(a - tau * slope(Math.max(a, NEAR_ZERO), c, p));
  for (let k = 0; k < 60 && objective(x) > objective(a); k++) x = (x + a) / 2;
  return x;
}

/**
 * Gate benefit with damping, a power of the gate and a scale for either sign of the signal:
 * F = -w · d · s(Δ) Δ · aᵖ.
 *
 * For 0 < p < 2, p ≠ 1, the second derivative is unbounded at a = 0. `bend` is then a bound on
 * [a/2, 1] only, and infinite at 0: a stability certificate holds near the point, and a guard is
 * needed. For p < 1 the slope at a = 0 is infinite too; as in the prototype it counts as 0 there, so that
 * descent leaves a gate closed that is closed exactly, while the proximal operator opens it. That
 * operator is the one of the linearised energy, held to a decrease. Source: the Complexity from Constraints
 * prototype.
 */
export const dampedGateBenefit = defineCoupling({
  name: 'DampedGateBenefitCoupling',
  meaning: 'rewards opening the gate a: -weight · damping · scaled signal · a^etaPower',
  options,
  signals: ({ signal }) => [signal],
  energy: (a, _b, given, signals) => -strength(given, signals) * a ** given.etaPower,
  slopes(a, _b, given, signals, out) {
    out[0] = slope(a, strength(given, signals), given.etaPower);
    out[1] = 0;
  },
  bend(a, _b, given, signals) {
    const p = given.etaPower;
    return [Math.abs(curvature(p < 2 ? a / 2 : 1, strength(given, signals), p)), 0, 0];
  },
  curvatures(a, _b, given, signals, out) {
    out.fill(0);
    out[0] = curvature(Math.max(a, given.etaPower < 2 ? NEAR_ZERO : 0), strength(given, signals), given.etaPower);
  },
  difference: (fromA, _fromB, toA, _toB, given, signals) =>
    -strength(given, signals) * powerDifference(fromA, toA, given.etaPower),
  prox: (a, b, tau, given, signals) => [proxOf(a, tau, strength(given, signals), given.etaPower), b],
  fold(given, signals) {
    const c = strength(given, signals);
    if (given.etaPower === 1) return { h: c, a: 0, b: 0 };
    if (given.etaPower === 2) return { h: 0, a: -c, b: 0 };
    return given.etaPower === 4 ? { h: 0, a: 0, b: -c } : null;
  },
  pack(a, _b, columns, signals) {
    const { weight: w, signal, damping, etaPower: p, positiveScale, negativeScale } = columns;
    const c = w.map((strong, k) => {
      const delta = signals[signal[k]!]!;
      return strong * damping[k]! * (delta >= 0 ? positiveScale[k]! : negativeScale[k]!) * delta;
    });
    return (eta, scale, gradient) => {
      let total = 0;
      for (let k = 0; k < a.length; k++) {
        const i = a[k]!;
        total -= c[k]! * (p[k] === 1 ? eta[i]! : eta[i]! ** p[k]!);
        if (gradient !== null) gradient[i] = gradient[i]! + scale * slope(eta[i]!, c[k]!, p[k]!);
      }
      return scale * total;
    };
  },
});
