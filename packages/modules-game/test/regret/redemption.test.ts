import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Profile, actionPayoffs, bimatrix, polymatrix, redemption, regrets } from '../../src/index.js';
import { matrixOf, played, strategyOf } from '../arbitrary.js';

const triangle = fc
  .record({
    a: fc.tuple(matrixOf(2, 3), matrixOf(2, 3)),
    b: fc.tuple(matrixOf(3, 2), matrixOf(3, 2)),
    c: fc.tuple(matrixOf(2, 2), matrixOf(2, 2)),
    profile: fc.tuple(strategyOf(2), strategyOf(3), strategyOf(2)),
    weights: fc.tuple(...[0, 1, 2].map(() => fc.double({ min: 0, max: 3, noNaN: true }))),
  })
  .map(({ a, b, c, profile, weights }) => ({
    game: polymatrix({
      players: { one: 2, two: 3, three: 2 },
      edges: [
        { between: ['one', 'two'], row: a[0], column: a[1] },
        { between: ['two', 'three'], row: b[0], column: b[1] },
        { between: ['three', 'one'], row: c[0], column: c[1] },
      ],
    }),
    profile,
    weights,
  }));

test('with the own payoffs it is minus the derivative of the weighted sum of regrets, where the best answers are unique', () => {
  let checked = 0;
  fc.assert(
    fc.property(triangle, ({ game, profile, weights }) => {
      const payoffs = actionPayoffs(game, profile);
      const unique = payoffs.every((each) => {
        const [best, next] = [...each].sort((p, q) => q - p) as [number, number];
        return best - next > 1e-3;
      });
      if (!unique) return;
      checked++;
      const relief = redemption(game, profile, weights);
      const total = (at: Profile): number => regrets(game, at).reduce((sum, one, j) => sum + weights[j]! * one, 0);
      const step = 1e-6;
      profile.forEach((strategy, i) => {
        strategy.forEach((_, a) => {
          // Along the edge of the simplex to action a: x + t (e_a - x).
          const toward = strategy.map((share, k) => share + step * ((k === a ? 1 : 0) - share));
          const moved = profile.map((one, k) => (k === i ? toward : one));
          const slope = (total(moved) - total(profile)) / step;
          const own = (k: number): number => weights[i]! * payoffs[i]![k]! + relief[i]![k]!;
          const mean = strategy.reduce((sum, share, k) => sum + share * own(k), 0);
          expect(Math.abs(slope + (own(a) - mean))).toBeLessThan(1e-3);
        });
      });
    }),
    { seed: 5, numRuns: 300 },
  );
  expect(checked).toBeGreaterThan(200);
});

test('in a zero-sum game it turns the own payoffs into those against the best answer of the other', () => {
  fc.assert(
    fc.property(played, ({ row, x, y }) => {
      const game = bimatrix({ row, column: row.map((line) => line.map((p) => -p)) });
      const payoffs = actionPayoffs(game, [x, y]);
      const relief = redemption(game, [x, y]);
      const answer = payoffs[1]!.indexOf(Math.max(...payoffs[1]!));
      payoffs[0]!.forEach((payoff, i) => expect(payoff + relief[0]![i]!).toBeCloseTo(row[i]![answer]!, 9));
    }),
    { seed: 6 },
  );
});

test('a weight of 0 leaves a neighbour unheard', () => {
  const game = bimatrix({
    row: [
      [1, 2],
      [3, 4],
    ],
    column: [
      [4, 1],
      [0, 2],
    ],
  });
  const profile: Profile = [
    [0.5, 0.5],
    [0.5, 0.5],
  ];
  expect(redemption(game, profile, [1, 0])[0]).toEqual([0, 0]);
  expect(redemption(game, profile, [1, 0])[1]).toEqual(redemption(game, profile)[1]);
});
