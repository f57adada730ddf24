import { CfcError } from '@cfc/core';
import { mean } from '../metrics/mean.js';
import type { Learnt } from './learn.js';
import type { Strategy } from './select.js';

/** Areas of a strategy less those of random, seed by seed. */
export interface PairedGain {
  readonly strategy: Strategy;
  readonly seeds: number;
  readonly area: number;
  /** Mean accuracy at the end. */
  readonly final: number;
  /** Mean gain of area over random of the same seed, and its standard error; 0 for random itself. */
  readonly gain: number;
  readonly error: number;
  /** Seeds at which the area is above that of random. */
  readonly wins: number;
}

/** Learning curves of one strategy, one for each seed. */
export interface Curves {
  readonly strategy: Strategy;
  readonly curves: readonly Learnt[];
}

/**
 * Compares strategies with random, paired by seed: curve k of each is of the same first examples as curve k of random.
 *
 * @throws `INPUT_INVALID` without random, or where the numbers of curves differ
 */
export function pairedGains(all: readonly Curves[]): PairedGain[] {
  const random = all.find(({ strategy }) => strategy === 'random')?.curves;
  if (random === undefined || random.length === 0) {
    throw new CfcError('INPUT_INVALID', 'there is no curve of random', 'pairedGains', 'Let random learn too.');
  }
  return all.map(({ strategy, curves }) => {
    if (curves.length !== random.length) {
      throw new CfcError(
        'INPUT_INVALID',
        `${curves.length} curves against ${random.length} of random`,
        `pairedGains.${strategy}`,
      );
    }
    const gains = curves.map(({ area }, k) => area - random[k]!.area);
    const gain = mean(gains);
    const variance = gains.reduce((sum, one) => sum + (one - gain) ** 2, 0) / Math.max(1, gains.length - 1);
    return {
      strategy,
      seeds: curves.length,
      area: mean(curves.map(({ area }) => area)),
      final: mean(curves.map(({ points }) => points.at(-1)!.accuracy)),
      gain,
      error: Math.sqrt(variance / gains.length),
      wins: gains.filter((one) => one > 0).length,
    };
  });
}
