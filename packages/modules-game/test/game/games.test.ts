import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actionPayoffs, bimatrix, polymatrix, symmetricGame, zeroSum } from '../../src/index.js';
import { played } from '../arbitrary.js';

test('what actions earn are the matrix products A y and Bᵀ x', () => {
  fc.assert(
    fc.property(played, ({ row, column, x, y }) => {
      const [forRow, forColumn] = actionPayoffs(bimatrix({ row, column }), [x, y]);
      forRow!.forEach((earned, i) =>
        expect(earned).toBeCloseTo(
          y.reduce((sum, p, j) => sum + p * row[i]![j]!, 0),
          10,
        ),
      );
      forColumn!.forEach((earned, j) =>
        expect(earned).toBeCloseTo(
          x.reduce((sum, p, i) => sum + p * column[i]![j]!, 0),
          10,
        ),
      );
    }),
    { seed: 1 },
  );
});

test('a game of two is the game on a graph of one edge, whichever end the edge names first', () => {
  fc.assert(
    fc.property(played, ({ row, column, x, y }) => {
      const players = { ann: row.length, bob: row[0]!.length };
      const turned = (matrix: typeof row) => matrix[0]!.map((_, j) => matrix.map((payoffs) => payoffs[j]!));
      const expected = actionPayoffs(bimatrix({ row, column }), [x, y]);
      const one = polymatrix({ players, edges: [{ between: ['ann', 'bob'], row, column }] });
      const other = polymatrix({
        players,
        edges: [{ between: ['bob', 'ann'], row: turned(column), column: turned(row) }],
      });
      expect(actionPayoffs(one, [x, y])).toEqual(expected);
      expect(one.spans).toEqual(other.spans);
      actionPayoffs(other, [x, y]).forEach((payoffs, player) =>
        payoffs.forEach((earned, action) => expect(earned).toBeCloseTo(expected[player]![action]!, 10)),
      );
    }),
    { seed: 2 },
  );
});

describe('spans', () => {
  test('are largest minus smallest payoff in a game of two', () => {
    fc.assert(
      fc.property(played, ({ row, column }) => {
        const { spans } = bimatrix({ row, column });
        [row, column].forEach((payoffs, player) =>
          expect(spans[player]).toBeCloseTo(Math.max(...payoffs.flat()) - Math.min(...payoffs.flat()), 12),
        );
      }),
      { seed: 3 },
    );
  });

  test('are the range over all pure profiles in a game on a graph', () => {
    const game = polymatrix({
      players: { a: 2, b: 2, c: 2 },
      edges: [
        {
          between: ['a', 'b'],
          row: [
            [3, -1],
            [0, 2],
          ],
          column: [
            [1, 4],
            [-2, 0],
          ],
        },
        {
          between: ['c', 'a'],
          row: [
            [1, 0],
            [5, -3],
          ],
          column: [
            [2, -6],
            [1, 0],
          ],
        },
      ],
    });
    const pure = [
      [1, 0],
      [0, 1],
    ];
    const earned: number[][] = [[], [], []];
    for (const a of pure)
      for (const b of pure)
        for (const c of pure)
          actionPayoffs(game, [a, b, c]).forEach((payoffs, player) => earned[player]!.push(...payoffs));
    expect(game.spans).toEqual(earned.map((each) => Math.max(...each) - Math.min(...each)));
  });
});

test('in a zero-sum game one gets what the other loses, and no payoff is -0', () => {
  const { pairs } = zeroSum([
    [0, 2],
    [-1, 3],
  ]);
  expect(pairs[0]!.column).toStrictEqual([
    [0, -2],
    [1, -3],
  ]);
});

test('a symmetric game looks alike from both sides', () => {
  const [{ row, column }] = symmetricGame({ T: 5, R: 3, P: 1, S: 0 }).pairs as [never];
  expect(row).toEqual([
    [3, 0],
    [5, 1],
  ]);
  expect(column).toEqual([
    [3, 5],
    [0, 1],
  ]);
});

test('a game is frozen and keeps none of the lists it was made of', () => {
  const row = [[1, 2]];
  const game = zeroSum(row);
  row[0]![0] = 9;
  expect(game.pairs[0]!.row).toEqual([[1, 2]]);
  expect(Object.isFrozen(game.pairs[0]!.row[0])).toBe(true);
});
