import { normal, uniform } from '@cfc/core';

/** Four sensors: noise and drift for each step, as standard deviations; the length of the track is 1. */
export const sensors = [
  { noise: 0.01, drift: 0.002 },
  { noise: 0.02, drift: 0.001 },
  { noise: 0.03, drift: 0.003 },
  { noise: 0.05, drift: 0.001 },
] as const;
export const STEPS = 160;

/** What moved, and what each sensor said of it at every step. */
export interface World {
  readonly truth: readonly number[];
  readonly readings: readonly (readonly number[])[];
}

/**
 * Something drifts about the middle of a track. Each sensor adds noise and a bias that begins at about 0.03 and walks; in 1.5% of
 * the steps it drops out: for 5 to 15 steps it reads some constant, and does not say so.
 */
export function world(seed: number): World {
  let [x, v] = [0.5, 0];
  const truth = Array.from({ length: STEPS }, (_, t) => {
    v = 0.97 * v + 0.004 * normal(seed, 0, t) - 0.01 * (x - 0.5);
    return (x += v);
  });
  const readings = sensors.map(({ noise, drift }, s) => {
    const draw = (what: number, t: number): number => normal(seed, 10 * s + what, t);
    let [bias, until, level] = [0.03 * draw(1, 0), 0, 0];
    return truth.map((value, t) => {
      bias += drift * draw(2, t);
      if (t >= until && uniform(seed, 10 * s + 3, t) < 0.015) {
        until = t + 5 + Math.floor(11 * uniform(seed, 10 * s + 4, t));
        level = uniform(seed, 10 * s + 5, t);
      }
      return t < until ? level : value + bias + noise * draw(6, t);
    });
  });
  return { truth, readings };
}

/** Root mean square of what an estimate is off by. */
export const rmse = (estimate: readonly number[], truth: readonly number[]): number =>
  Math.sqrt(truth.reduce((sum, value, t) => sum + (estimate[t]! - value) ** 2, 0) / truth.length);
