import { normal, uniform } from '@cfc/core';

/** A window of a stream that ought to rise, and a repair that was proposed for it. */
export interface Window {
  readonly values: readonly number[];
  /** The same after the repair. */
  readonly repaired: readonly number[];
}

/** Values in a window, the noise on them in units of their rise from one to the next, and the lengths of a block. */
const [SIZE, NOISE, SHORTEST, LONGEST] = [24, 3, 6, 18];
/** How often a run of broken windows begins and ends: a fifth of all windows is broken, in runs of five. */
const [BEGINS, ENDS] = [0.05, 0.2];

/**
 * Windows of a rising noisy sequence. In some of them, which come in runs, a block was reversed; the repair proposed for every
 * window reverses a block: that one where there is one, else one that was in order.
 */
export function drawWindows(count: number, seed: number): readonly Window[] {
  let broken = uniform(seed, 0, 0) < BEGINS / (BEGINS + ENDS);
  return Array.from({ length: count }, (_, i) => {
    const draw = (index: number): number => uniform(seed, i + 1, index);
    if (i > 0) broken = draw(0) < (broken ? 1 - ENDS : BEGINS);
    const length = SHORTEST + Math.floor((LONGEST - SHORTEST + 1) * draw(1));
    const start = Math.floor((SIZE - length + 1) * draw(2));
    const rising = Array.from({ length: SIZE }, (_, j) => j + NOISE * normal(seed, i + 1, SIZE + j));
    const turned = reversed(rising, start, length);
    return broken ? { values: turned, repaired: rising } : { values: rising, repaired: turned };
  });
}

const reversed = (values: readonly number[], start: number, length: number): readonly number[] => [
  ...values.slice(0, start),
  ...values.slice(start, start + length).reverse(),
  ...values.slice(start + length),
];

/** The exact share of pairs in order, which `sampleMonotonicity` estimates. */
export function monotonicity(values: readonly number[]): number {
  let ordered = 0;
  for (let j = 1; j < values.length; j++) for (let i = 0; i < j; i++) if (values[i]! <= values[j]!) ordered++;
  return (2 * ordered) / (values.length * (values.length - 1));
}
