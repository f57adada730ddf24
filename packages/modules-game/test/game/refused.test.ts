import { expect, test } from 'vitest';
import {
  type Bimatrix,
  type Matrix,
  type Polymatrix,
  type Profile,
  bestResponses,
  beginPlay,
  bimatrix,
  checkProfile,
  nashGap,
  playerInputs,
  polymatrix,
  redemption,
  regrets,
  replicator,
  securityLevels,
  zeroSum,
} from '../../src/index.js';
import { errorOf } from '../error-of.js';

const good = [
  [1, 2],
  [3, 4],
];

test.each([
  ['no matrix', undefined, 'row', 'the payoffs are undefined'],
  ['a number', 3, 'row', 'the payoffs are 3'],
  ['no rows', [], 'row', 'the payoffs are a list of 0'],
  ['a flat list', [1, 2], 'row[0]', 'the row is 1'],
  ['an empty row', [[]], 'row[0]', 'the row is a list of 0'],
  ['ragged rows', [[1, 2], [3]], 'row[1]', 'ragged: 1 payoffs where the first row has 2'],
  [
    'a payoff that is not finite',
    [
      [1, 2],
      [3, NaN],
    ],
    'row[1][1]',
    'the payoff NaN',
  ],
  ['an infinite payoff', [[Infinity]], 'row[0][0]', 'the payoff Infinity'],
  ['a text', [['1']], 'row[0][0]', 'the payoff "1"'],
])('payoffs that are %s are refused with their place', (_name, row, where, what) => {
  for (const [make, from] of [
    [() => bimatrix({ row, column: good } as Bimatrix), 'bimatrix'],
    [() => zeroSum(row as Matrix), 'zeroSum'],
  ] as const) {
    const error = errorOf(make);
    expect(error).toMatchObject({ code: 'INPUT_INVALID', where: `${from}.${where}` });
    expect((error as { what: string }).what).toContain(what);
    expect((error as { fix: string }).fix).toMatch(/^Give/);
  }
});

test("the column player's payoffs have to be of the row player's shape", () => {
  const error = errorOf(() => bimatrix({ row: [[1, 2, 3]], column: [[1], [2], [3]] }));
  expect(error).toMatchObject({ code: 'INPUT_INVALID', where: 'bimatrix.column' });
  expect((error as { what: string }).what).toContain("are 3 x 1, the row player's 1 x 3");
});

const edge = { between: ['a', 'b'], row: good, column: good };
test.each([
  ['no players', { players: {}, edges: [] }, 'players', 'there are no players'],
  ['no map of players', { edges: [] }, 'players', 'there are no players'],
  ['a player without actions', { players: { a: 0 }, edges: [] }, 'players.a', '0 actions'],
  ['a player of half an action', { players: { a: 1.5 }, edges: [] }, 'players.a', '1.5 actions'],
  ['no list of edges', { players: { a: 2 } }, 'edges', 'edges are undefined'],
  ['an edge to a missing player', { players: { a: 2, bo: 2 }, edges: [edge] }, 'edges[0].between[1]', 'no player "b"'],
  [
    'an edge to no name',
    { players: { a: 2 }, edges: [{ ...edge, between: [{ toString: null }, 'a'] }] },
    'edges[0].between[0]',
    'no player an object',
  ],
  [
    'an edge without ends',
    { players: { a: 2 }, edges: [{ row: good, column: good }] },
    'edges[0].between',
    'undefined',
  ],
  [
    'an edge of one end',
    { players: { a: 2 }, edges: [{ ...edge, between: ['a'] }] },
    'edges[0].between',
    'the edge joins "a"',
  ],
  [
    'a loop',
    { players: { a: 2 }, edges: [{ ...edge, between: ['a', 'a'] }] },
    'edges[0].between',
    'the edge joins "a" and "a"',
  ],
  [
    'payoffs that do not fit the actions',
    { players: { a: 2, b: 3 }, edges: [edge] },
    'edges[0].row',
    'the payoffs are 2 x 2, the actions of a and b are 2 x 3',
  ],
  [
    'ragged payoffs on an edge',
    { players: { a: 2, b: 2 }, edges: [edge, { ...edge, column: [[1, 2], [3]] }] },
    'edges[1].column[1]',
    'ragged',
  ],
])('a game on a graph with %s is refused with the place', (_name, given, where, what) => {
  const error = errorOf(() => polymatrix(given as unknown as Polymatrix));
  expect(error).toMatchObject({ code: 'INPUT_INVALID', where: `polymatrix.${where}` });
  expect((error as { what: string }).what).toContain(what);
});

test('a missing player on an edge is told with the name that was meant', () => {
  const error = errorOf(() =>
    // @ts-expect-error -- the types know the names too
    polymatrix({ players: { alice: 2, bob: 2 }, edges: [{ ...edge, between: ['alcie', 'bob'] }] }),
  );
  expect(error).toMatchObject({ fix: 'Did you mean "alice"? Known: alice, bob.' });
});

const half = [0.5, 0.5];
test.each([
  ['no list', 0.5, '', 'the profile is 0.5'],
  ['too few strategies', [half], '', '1 strategies for 2 players'],
  ['no strategy', [half, null], '[1]', 'the strategy is null'],
  ['a strategy too short', [half, [1]], '[1]', '1 probabilities for 2 actions'],
  ['a negative probability', [[1.5, -0.5], half], '[0][1]', '-0.5 is no probability'],
  ['a probability that is none', [half, [NaN, 1]], '[1][0]', 'NaN is no probability'],
  ['a sum that is not 1', [half, [0.5, 0.4]], '[1]', 'the probabilities add up to 0.9'],
])('a profile with %s is refused by all that take one', (_name, profile, place, what) => {
  const game = bimatrix({ row: good, column: good });
  const given = profile as Profile;
  for (const take of [
    () => checkProfile(game, given),
    () => regrets(game, given),
    () => nashGap(game, given),
    () => bestResponses(game, given),
    () => securityLevels(game, given),
    () => redemption(game, given),
    () => playerInputs(game, given),
  ]) {
    expect(errorOf(take)).toMatchObject({ code: 'INPUT_INVALID', where: `profile${place}`, what });
  }
  const learners = [replicator(), replicator()];
  expect(errorOf(() => beginPlay(game, learners, given))).toMatchObject({ where: `beginPlay.start${place}`, what });
});

test('a learner is needed for each player', () => {
  const error = errorOf(() => beginPlay(bimatrix({ row: good, column: good }), [replicator()]));
  expect(error).toMatchObject({ code: 'INPUT_INVALID', what: '1 learners for 2 players', where: 'beginPlay.learners' });
});
