import type { BasisName } from '@cfc/modules-polynomial';
import type { Scope } from '../experiment.js';

/** How the places lie at which data are known: evenly, or in two clusters, as of order parameters that are nearly 0 or 1. */
export type Spread = 'uniform' | 'clustered';

/**
 * One piece of work: `fit` finds and learns coefficients from data, `same` relaxes one system written in all bases, `drawn`
 * relaxes systems whose coefficients are drawn in each basis, `sized` the same with all energies of one size.
 */
export interface Cell {
  readonly part: 'fit' | 'same' | 'drawn' | 'sized';
  readonly spread: Spread;
  readonly degree: number;
  readonly seed: number;
}

/** What one basis gave; null where a part does not ask. */
export type Found = {
  readonly part: Cell['part'];
  readonly spread: Spread;
  readonly degree: number;
  readonly seed: number;
  readonly basis: BasisName;
  /** Of the design matrix. */
  readonly condition: number | null;
  /** Largest entry of |G - I|. */
  readonly orthonormality: number | null;
  /** |found - true| / |true| of fitted coefficients, from data with no noise. */
  readonly rounding: number | null;
  /** The same with noise of 0.001 in the data. */
  readonly noisy: number | null;
  /** Root mean square of what the fit to noisy data predicts at its places, less the truth. */
  readonly prediction: number | null;
  /** Of gradient descent: on the coefficients in `fit`, on η in the others. */
  readonly steps: number;
  /** Step lengths that were tried in vain, in all steps counted. */
  readonly backtracks: number;
  /** Largest |η - η'| to the end of the run in orthonormal Legendre polynomials. */
  readonly distance: number | null;
  /** Mean over the modules of the largest |d²F/dη²|. */
  readonly bend: number | null;
};

export const basisNames = ['etaMonomial', 'monomial', 'legendre', 'orthonormalLegendre', 'apc'] as const;

/** What is done: seeds from 1 on. */
export function cellsOf(scope: Scope): Cell[] {
  const quick = scope === 'quick';
  const seeds = Array.from({ length: quick ? 4 : 24 }, (_, k) => k + 1);
  const every = (part: Cell['part'], spread: Spread, degrees: readonly number[]): Cell[] =>
    degrees.flatMap((degree) => seeds.map((seed) => ({ part, spread, degree, seed })));
  const degrees = quick ? [2, 4, 8, 12] : [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
  const low = quick ? [2, 4, 8] : [2, 3, 4, 5, 6, 7, 8];
  return [
    ...every('fit', 'uniform', degrees),
    ...every('fit', 'clustered', degrees),
    ...every('same', 'uniform', low),
    ...every('drawn', 'uniform', low),
    ...every('sized', 'uniform', low),
  ];
}
