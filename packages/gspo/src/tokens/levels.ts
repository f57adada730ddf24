import { CfcError, choice, fill, type Given, integer, number } from '@cfc/core';

const fields = {
  count: integer(16, 'how many levels', { min: 2, max: 4096 }),
  lowest: number(0.05, 'value of the first level'),
  highest: number(4, 'value of the last level'),
  scale: choice('linear', ['linear', 'logarithmic'], 'equal differences, or equal ratios, between levels'),
};

/** Numbers written as tokens: level k of `count` stands for a value between the lowest and the highest. */
export interface Levels {
  readonly count: number;
  valueOf(level: number): number;
  /** The nearest level, in the scale; that of the bound beyond it. */
  levelOf(value: number): number;
}

/**
 * Levels from a lowest to a highest value: lowest + (highest - lowest) k / (count - 1), or lowest (highest / lowest)^(k / (count - 1)).
 *
 * Options: `count` from 2 to 4096 (16), `lowest` (0.05), `highest` (4), `scale` (`linear`). Throws `OPTION_INVALID` where the
 * lowest is not below the highest, or a logarithmic scale does not begin above 0.
 */
export function levels(options?: Given<typeof fields>): Levels {
  const { count, lowest, highest, scale } = fill(fields, options, 'levels');
  if (!(lowest < highest)) {
    const what = `the lowest value ${lowest} is not below the highest ${highest}`;
    throw new CfcError('OPTION_INVALID', what, 'levels.lowest', 'Give a range.');
  }
  const logarithmic = scale === 'logarithmic';
  if (logarithmic && lowest <= 0) {
    const what = `a logarithmic scale cannot begin at ${lowest}`;
    throw new CfcError('OPTION_INVALID', what, 'levels.lowest', 'Give a number above 0.');
  }
  const place = logarithmic ? Math.log : (value: number) => value;
  const [from, width] = [place(lowest), (place(highest) - place(lowest)) / (count - 1)];
  const values = Float64Array.from({ length: count }, (_, k) => {
    const at = from + width * k;
    return logarithmic ? Math.exp(at) : at;
  });
  values[0] = lowest;
  values[count - 1] = highest;
  return Object.freeze({
    count,
    valueOf: (level: number) => values[level]!,
    levelOf(value: number) {
      const inside = Math.min(highest, Math.max(lowest, value));
      return Math.round((place(inside) - from) / width);
    },
  });
}
