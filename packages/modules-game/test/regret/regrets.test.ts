import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Profile,
  bestResponses,
  bimatrix,
  nashGap,
  normalisedRegret,
  normalisedRegrets,
  regrets,
  securityLevels,
  symmetricGame,
  zeroSum,
} from '../../src/index.js';
import { payoff, played } from '../arbitrary.js';
import { knownGames } from '../known-games.js';
import { equilibriaOf } from '../support-enumeration.js';

interface Reference {
  readonly T: number;
  readonly R: number;
  readonly P: number;
  readonly S: number;
  readonly pRow: number;
  readonly pCol: number;
  readonly regret: number;
  readonly eta: number;
}

const read = <Content>(name: string): Content =>
  JSON.parse(readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8')) as Content;

test('regrets and η of 2 x 2 games are those of the prototype, to 1e-12', () => {
  const references = read<Reference[]>('nash.json');
  expect(references).toHaveLength(20);
  for (const { pRow, pCol, regret, eta, ...payoffs } of references) {
    const game = symmetricGame(payoffs);
    const profile: Profile = [
      [1 - pRow, pRow],
      [1 - pCol, pCol],
    ];
    expect(Math.abs(regrets(game, profile)[0]! - regret)).toBeLessThanOrEqual(1e-12);
    expect(Math.abs(1 - normalisedRegrets(game, profile)[0]! - eta)).toBeLessThanOrEqual(1e-12);
  }
});

test('a regret is the best payoff minus the own, never below 0, at most the span', () => {
  fc.assert(
    fc.property(played, ({ row, column, x, y }) => {
      const game = bimatrix({ row, column });
      const earned = (payoffs: typeof row): number =>
        payoffs.reduce((sum, line, i) => sum + line.reduce((part, p, j) => part + x[i]! * y[j]! * p, 0), 0);
      const best = [
        Math.max(...row.map((line) => line.reduce((sum, p, j) => sum + y[j]! * p, 0))),
        Math.max(...column[0]!.map((_, j) => column.reduce((sum, line, i) => sum + x[i]! * line[j]!, 0))),
      ];
      regrets(game, [x, y]).forEach((regret, player) => {
        expect(regret).toBeGreaterThanOrEqual(0);
        expect(regret).toBeLessThanOrEqual(game.spans[player]! * (1 + 1e-12));
        expect(regret).toBeCloseTo(best[player]! - earned([row, column][player]!), 9);
      });
    }),
    { seed: 1 },
  );
});

test('regrets move with the payoffs: a shift changes nothing, a scale scales them and leaves the normalised ones', () => {
  const grid = fc.integer({ min: -8, max: 8 });
  fc.assert(
    fc.property(played, grid, fc.integer({ min: 1, max: 8 }), ({ row, column, x, y }, shift, scale) => {
      const moved = row.map((line) => line.map((p) => scale * p + shift));
      const [plain, changed] = [bimatrix({ row, column }), bimatrix({ row: moved, column })];
      expect(regrets(changed, [x, y])[0]).toBeCloseTo(scale * regrets(plain, [x, y])[0]!, 9);
      // Payoffs that hardly differ are lost in the rounding of the shift.
      if (plain.spans[0]! < 1e-3) return;
      expect(normalisedRegrets(changed, [x, y])[0]).toBeCloseTo(normalisedRegrets(plain, [x, y])[0]!, 9);
    }),
    { seed: 2 },
  );
});

test('a normalised regret lies in [0, 1], and is 0 where all payoffs are alike', () => {
  expect(normalisedRegret(0, 0)).toBe(0);
  expect(normalisedRegret(3, 2)).toBe(1);
  fc.assert(
    fc.property(payoff, (p) => {
      expect(
        normalisedRegrets(
          zeroSum([
            [p, p],
            [p, p],
          ]),
          [
            [0.3, 0.7],
            [1, 0],
          ],
        ),
      ).toEqual([0, 0]);
    }),
    { seed: 3 },
  );
});

describe('the Nash gap', () => {
  test('is 0 at every equilibrium of the textbook games, and not elsewhere', () => {
    for (const { name, game, equilibria } of knownGames) {
      for (const profile of equilibria) expect(nashGap(game, profile).sum, name).toBeLessThanOrEqual(1e-15);
      const [row, column] = game.actions.map((count) => new Array<number>(count - 1).fill(0));
      const off: Profile = [
        [1, ...row!],
        [1, ...column!],
      ];
      const listed = equilibria.some(([x, y]) => x![0] === 1 && y![0] === 1);
      if (!listed) expect(nashGap(game, off).max, name).toBeGreaterThan(0.9);
    }
  });

  test('is 0 exactly at the equilibria that support enumeration finds in random games', () => {
    fc.assert(
      fc.property(played, ({ row, column, x, y }) => {
        const game = bimatrix({ row, column });
        for (const { x: xStar, y: yStar } of equilibriaOf(row, column)) {
          // Ill-conditioned supports are accurate to what their equations allow.
          expect(nashGap(game, [renormalised(xStar), renormalised(yStar)]).max).toBeLessThanOrEqual(2e-9);
        }
        const { max, sum, normalised } = nashGap(game, [x, y]);
        expect(max).toBeLessThanOrEqual(sum);
        expect(sum).toBeLessThanOrEqual(2 * max);
        expect(normalised).toBeLessThanOrEqual(1);
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  test('of a zero-sum game is the duality gap, and the security levels enclose the value', () => {
    const { games } = read<{ games: { row: number[][]; value: number; x: number[]; y: number[] }[] }>('values.json');
    expect(games).toHaveLength(16);
    for (const { row, value, x, y } of games) {
      const game = zeroSum(row);
      expect(nashGap(game, [renormalised(x), renormalised(y)]).max).toBeLessThanOrEqual(1e-9);
      const anything: Profile = game.actions.map((count) => {
        const weights = Array.from({ length: count }, (_, k) => k + 1);
        return renormalised(weights);
      });
      const [low, high] = securityLevels(game, anything) as [number, number];
      expect(low).toBeLessThanOrEqual(value);
      expect(-high).toBeGreaterThanOrEqual(value);
      expect(nashGap(game, anything).sum).toBeCloseTo(-high - low, 12);
      const [own, other] = securityLevels(game, [renormalised(x), renormalised(y)]) as [number, number];
      expect(own).toBeCloseTo(value, 9);
      expect(-other).toBeCloseTo(value, 9);
    }
  });
});

test('best responses are the actions of largest payoff, ties included within the tolerance', () => {
  const game = bimatrix({
    row: [
      [2, 0],
      [2, 0],
      [1, 5],
    ],
    column: [
      [0, 1],
      [0, 1],
      [0, 1],
    ],
  });
  const profile: Profile = [
    [1, 0, 0],
    [1, 0],
  ];
  expect(bestResponses(game, profile)).toEqual([[0, 1], [1]]);
  expect(bestResponses(game, profile, 1)).toEqual([
    [0, 1, 2],
    [0, 1],
  ]);
  for (const { game: known, equilibria } of knownGames) {
    for (const equilibrium of equilibria) {
      const best = bestResponses(known, equilibrium);
      equilibrium.forEach((strategy, player) =>
        strategy.forEach((share, action) => {
          if (share > 0) expect(best[player]).toContain(action);
        }),
      );
    }
  }
});

const renormalised = (weights: readonly number[]): number[] => {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
};
