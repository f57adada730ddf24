import { type CompiledSystem, type Environment, clip } from '@cfc/core';
import type { Model } from './system.js';

/** A point under work, with its gradient. `move` keeps the two together. */
export interface Work {
  readonly days: number;
  readonly eta: Float64Array;
  readonly gradient: Float64Array;
  /** Moves one row; returns the change of the total energy. */
  move(row: number, value: number): number;
  /** Remembers the point; the function returned goes back to it. One mark at a time. */
  mark(): () => void;
  /** The curvature of the energy along day `i`, as its gate stands or as it would stand. */
  stiffness(i: number, gate?: number): number;
}

export function workOn(model: Model, eta: Float64Array, env: Environment): Work {
  const { system, days } = model;
  const gradient = new Float64Array(system.size);
  system.gradient(eta, env, gradient);
  const [etaBefore, gradientBefore] = [new Float64Array(eta.length), new Float64Array(eta.length)];
  const { trusted, distrusted } = stiffnesses(system, days);
  return {
    days,
    eta,
    gradient,
    move(row, value) {
      const change = system.shift(row, value, eta, env, gradient);
      eta[row] = value;
      return change;
    },
    mark() {
      etaBefore.set(eta);
      gradientBefore.set(gradient);
      return () => {
        eta.set(etaBefore);
        gradient.set(gradientBefore);
      };
    },
    stiffness: (i, gate = eta[days + i]!) => gate * distrusted[i]! + (1 - gate) * trusted[i]!,
  };
}

const known = new WeakMap<CompiledSystem, { trusted: Float64Array; distrusted: Float64Array }>();

/** The energy is quadratic in the days, so the diagonal of its Hessian depends on the gates alone. */
function stiffnesses(system: CompiledSystem, days: number): { trusted: Float64Array; distrusted: Float64Array } {
  const found = known.get(system);
  if (found !== undefined) return found;
  const [trusted, distrusted] = [0, 1].map((gate) => {
    const point = Float64Array.from({ length: system.size }, (_, i) => (i < days ? 0.5 : gate));
    return Float64Array.from(system.hessianDiagonal(point, system.unit));
  }) as [Float64Array, Float64Array];
  known.set(system, { trusted, distrusted });
  return { trusted, distrusted };
}

/**
 * Lets the days in `rows` relax while all others stay: Newton steps along one row after the other, exact
 * since the energy is quadratic in each, until none would move by more than `tolerance`.
 *
 * @returns the change of the total energy, never above 0
 */
export function settle(work: Work, rows: ArrayLike<number>, tolerance: number): number {
  const { eta, gradient } = work;
  let change = 0;
  for (let moved = true; moved;) {
    moved = false;
    for (let k = 0; k < rows.length; k++) {
      const i = rows[k]!;
      const to = clip(eta[i]! - gradient[i]! / work.stiffness(i));
      if (!(Math.abs(to - eta[i]!) > tolerance)) continue; // also where nothing at all holds the day
      change += work.move(i, to);
      moved = true;
    }
  }
  return change;
}

/** Day `i` of both sensors and the days at most `radius` away, nearest first. */
export function daysAround(i: number, days: number, radius: number): number[] {
  const length = days / 2;
  const t = i % length;
  const rows: number[] = [];
  for (let far = 0; far <= radius; far++) {
    for (const near of far === 0 ? [t] : [t - far, t + far]) {
      if (near >= 0 && near < length) rows.push(near, length + near);
    }
  }
  return rows;
}
