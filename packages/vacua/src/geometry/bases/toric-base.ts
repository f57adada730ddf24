import { CfcError } from '@cfc/core';
import { settleAll } from './blow-up.js';
import { Cycle } from './cycle.js';
import { deformations } from './deformations.js';
import { baseFault } from './fault.js';
import { type GaugeFactor, gaugeOf } from './gauge.js';
import { type Ray, raysOf } from './rays.js';

/** A toric base of six-dimensional F-theory, with the generic model over it. */
export interface ToricBase {
  /** Self-intersections of the toric curves, in cyclic order. */
  readonly selfIntersections: readonly number[];
  /** The ray of each curve. */
  readonly rays: readonly Ray[];
  /** Orders of vanishing of f and g on each curve. */
  readonly orders: { readonly f: readonly number[]; readonly g: readonly number[] };
  /** Simple factors of the gauge algebra. */
  readonly gauge: readonly GaugeFactor[];
  /** T: tensor multiplets; h¹¹ of the surface - 1, after the points on -9, -10 and -11 curves are blown up. */
  readonly tensors: number;
  /** V: vector multiplets. */
  readonly vectors: number;
  /** H: hypermultiplets; the neutral ones are counted as deformations of the model, without use of the anomaly. */
  readonly hypers: { readonly neutral: number; readonly charged: number };
  /** Of the generic elliptic Calabi-Yau threefold, resolved; euler = 2 (h11 - h21). */
  readonly hodge: { readonly h11: number; readonly h21: number; readonly euler: number };
}

/**
 * Everything about a toric base: rays, gauge content, spectrum, and the Hodge numbers h11 = rank + T + 2 and h21 = neutral - 1 of the generic
 * elliptic threefold.
 *
 * @param selfIntersections in cyclic order, from any curve and in either direction
 * @throws `INPUT_INVALID` for a list that is no base, with what `baseFault` says
 *
 * Source: D. Morrison, W. Taylor, Fortschr. Phys. 60 (2012) 1187, arXiv:1204.0283.
 */
export function toricBase(selfIntersections: readonly number[]): ToricBase {
  const fault = baseFault(selfIntersections);
  if (fault !== null) throw new CfcError('INPUT_INVALID', `no toric base: ${fault}`, 'selfIntersections');
  const cycle = new Cycle().load(selfIntersections);
  settleAll(cycle);
  const { f, g, size } = cycle;
  const { factors, rank, vectors, charged } = gaugeOf(cycle);
  const points = selfIntersections.reduce((sum, s) => sum + (s <= -9 ? 12 + s : 0), 0);
  const tensors = size - 3 + points;
  const [h11, h21] = [rank + tensors + 2, deformations(cycle)];
  return {
    selfIntersections: [...selfIntersections],
    rays: raysOf(selfIntersections)!,
    orders: { f: [...f.subarray(0, size)], g: [...g.subarray(0, size)] },
    gauge: factors,
    tensors,
    vectors,
    hypers: { neutral: h21 + 1, charged },
    hodge: { h11, h21, euler: 2 * (h11 - h21) },
  };
}

/** The gravitational anomaly H - V + 29T - 273, which is 0 in a consistent theory. */
export const anomaly = ({ tensors, vectors, hypers }: ToricBase): number =>
  hypers.neutral + hypers.charged - vectors + 29 * tensors - 273;
