import { type Stability, stabilities } from './stability.js';

/** A share in [0, 1] for each class, in the order of `stabilities`; they add up to 1. */
export type Shares = Readonly<Record<Stability, number>>;

/** Share of each class among draws. */
export function sharesOf(draws: readonly { readonly stability: Stability }[]): Shares {
  const shares: Record<Stability, number> = {
    stable: 0,
    metastable: 0,
    marginal: 0,
    saddle: 0,
    unstable: 0,
    runaway: 0,
    failed: 0,
  };
  for (const { stability } of draws) shares[stability] += 1;
  for (const name of stabilities) shares[name] /= draws.length;
  return shares;
}

/** The class with the largest share; among equals the first. */
export function majority(shares: Shares): Stability {
  return stabilities.reduce((best, name) => (shares[name] > shares[best] ? name : best), stabilities[0]);
}
