/** Means and spreads of vectors seen one by one (Welford, Technometrics 4 (1962) 419). Plain data. */
export interface Moments {
  readonly count: number;
  readonly mean: readonly number[];
  /** Sums of squared deviations. */
  readonly squares: readonly number[];
}

export const noMoments: Moments = { count: 0, mean: [], squares: [] };

/** The same with one vector more. */
export function withVector({ count, mean, squares }: Moments, vector: readonly number[]): Moments {
  if (count === 0) return { count: 1, mean: vector, squares: vector.map(() => 0) };
  const next = mean.map((middle, k) => middle + (vector[k]! - middle) / (count + 1));
  return {
    count: count + 1,
    mean: next,
    squares: squares.map((square, k) => square + (vector[k]! - mean[k]!) * (vector[k]! - next[k]!)),
  };
}

/** Standard deviations; 0 where nothing varied. */
export const deviations = ({ count, squares }: Moments): number[] => squares.map((square) => Math.sqrt(square / count));
