import { uniforms } from '@cfc/core';
import type { Pick } from './walk.js';

/** Draws each token by its probability; the same draws for the same seed and iteration. */
export function drawn(seed: number, iteration: number, steps: number, levels: number): Pick {
  const draw = uniforms(seed, iteration);
  return (row, step, logp, at) => {
    let left = draw(row * steps + step);
    for (let v = 0; v < levels - 1; v++) {
      left -= Math.exp(logp[at + v]!);
      if (left < 0) return v;
    }
    return levels - 1;
  };
}

/** The likeliest token; of several the first. */
export const greedy =
  (levels: number): Pick =>
  (_row, _step, logp, at) => {
    let best = 0;
    for (let v = 1; v < levels; v++) if (logp[at + v]! > logp[at + best]!) best = v;
    return best;
  };

/** The tokens that were picked before. */
export const recorded =
  (answers: ArrayLike<number>, steps: number): Pick =>
  (row, step) =>
    answers[row * steps + step]!;
