import fc from 'fast-check';
import type { Matrix, Strategy } from '../src/index.js';

/** Payoffs from -10 to 10, on a grid fine enough that ties are rare. */
export const payoff = fc.noBias(fc.integer({ min: -(2 ** 20), max: 2 ** 20 })).map((k) => (10 * k) / 2 ** 20);
const size = fc.integer({ min: 1, max: 5 });

export const matrixOf = (rows: number, columns: number): fc.Arbitrary<Matrix> =>
  fc.array(fc.array(payoff, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });

export const strategyOf = (actions: number): fc.Arbitrary<Strategy> =>
  fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: actions, maxLength: actions }).map((shares) => {
    const sum = shares.reduce((total, share) => total + share, 0);
    return sum > 1e-3 ? shares.map((share) => share / sum) : shares.map(() => 1 / actions);
  });

/** A game of two with a profile. */
export const played = fc
  .tuple(size, size)
  .chain(([m, n]) => fc.record({ row: matrixOf(m, n), column: matrixOf(m, n), x: strategyOf(m), y: strategyOf(n) }));
