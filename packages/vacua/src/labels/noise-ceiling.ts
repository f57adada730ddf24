import { CfcError } from '@cfc/core';
import { type Stability, stabilities } from './stability.js';

/** What the best predictor of single draws can reach, when all it may know is which geometry a draw is of. */
export interface NoiseCeiling {
  /**
   * Its accuracy lies between these: the share of draws that agree with the majority of the other draws of their geometry (ties by chance), which a
   * predictor reaches with K - 1 draws to learn from; and the mean of the largest share, which is too high by what chance makes largest.
   */
  readonly accuracy: readonly [number, number];
  /** Least expected Brier score, Σ (p - onehot)² summed over classes: 1 - Σ p², without bias: 1 - Σ k(k - 1) / K(K - 1). */
  readonly brier: number;
  /** Least expected log-loss in nats, the entropy of the shares, with Miller and Madow's correction (classes seen - 1) / 2K. */
  readonly logLoss: number;
}

/** Labels with their draws; of a draw only the class counts. */
export type Drawn = readonly { readonly draws: readonly { readonly stability: Stability }[] }[];

/**
 * The noise ceiling of soft labels over geometries of two draws or more each: labels differ between draws of one geometry, and no
 * model of the geometry can foresee how. Throws `INPUT_INVALID` for fewer draws.
 */
export function noiseCeiling(labels: Drawn): NoiseCeiling {
  if (labels.length === 0) throw new CfcError('INPUT_INVALID', 'no labels', 'labels', 'Give one label or more.');
  const counts = labels.map(({ draws }, at) => {
    if (draws.length >= 2) return countsOf(draws.map(({ stability }) => stability));
    throw new CfcError('INPUT_INVALID', `a label of ${draws.length} draws`, `labels[${at}]`, 'Give two draws or more.');
  });
  const mean = (of: (k: readonly number[], K: number) => number): number =>
    counts.reduce((sum, k) => sum + of(k, total(k)), 0) / counts.length;
  return {
    accuracy: [mean(agreement), mean((k, K) => Math.max(...k) / K)],
    brier: mean((k, K) => 1 - total(k.map((count) => (count * (count - 1)) / (K * (K - 1))))),
    logLoss: mean((k, K) => total(k.map((count) => (count / K) * harmonic(count, K)))),
  };
}

/** How many draws there are of each class that was seen. */
function countsOf(names: readonly Stability[]): readonly number[] {
  return stabilities.map((name) => names.filter((other) => other === name).length).filter((count) => count > 0);
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, x) => sum + x, 0);

/** Share of the draws that are of the majority class of the others; where several are, the chance to pick it. */
function agreement(counts: readonly number[], K: number): number {
  return total(
    counts.map((own, at) => {
      const others = counts.map((count, i) => (i === at ? own - 1 : count));
      const most = Math.max(...others);
      return own - 1 === most ? own / K / others.filter((count) => count === most).length : 0;
    }),
  );
}

/** 1/k + 1/(k+1) + ... + 1/(K-1). */
function harmonic(k: number, K: number): number {
  let sum = 0;
  for (let j = k; j < K; j++) sum += 1 / j;
  return sum;
}
