import { readFileSync } from 'node:fs';
import { compile, defineSystem, moduleColumns, quadratic, readEta, relax } from '@cfc/core';
import { checkModule } from '@cfc/core/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type GameInput,
  type NashInput,
  gameModule,
  nashModule,
  normalisedRegrets,
  playerInputs,
  polymatrix,
  regretModule,
  symmetricGame,
} from '../../src/index.js';
import { played } from '../arbitrary.js';
import { errorOf } from '../error-of.js';

const { family } = nashModule;
const energies = [{}, { alpha: 0 }, { beta: 0 }, { alpha: 0.3, beta: 4 }];
const pennies = {
  row: [
    [1, -1],
    [-1, 1],
  ],
  column: [
    [-1, 1],
    [1, -1],
  ],
};

test('NashModule keeps its contract', () => {
  const options = [...energies, { T: 3, R: 4, P: 2, S: 0 }, { T: 1, R: 1, P: 1, S: 1 }];
  const inputs = [0, 0.25, 1].flatMap((pRow) => [0, 0.7, 1].map((pCol) => ({ pRow, pCol })));
  expect(checkModule(nashModule, { options, inputs }).checks).toHaveLength(8);
});

test('GameModule keeps its contract', () => {
  const options = [...energies, { player: 'row' as const }, { player: 'column' as const }];
  const inputs = [
    { ...pennies, x: [0.5, 0.5], y: [0.5, 0.5] },
    { ...pennies, x: [1, 0], y: [0, 1] },
    { row: [[1, 2, 3]], column: [[0, 0, 0]], x: [1], y: [0.2, 0.3, 0.5] },
  ];
  expect(checkModule(gameModule, { options, inputs }).checks).toHaveLength(8);
});

test('RegretModule keeps its contract', () => {
  const inputs = [
    { payoffs: [1, 2], strategy: [0.5, 0.5], span: 4 },
    { payoffs: [0], strategy: [1], span: 0 },
    { payoffs: [-1, 5, 2], strategy: [1, 0, 0], span: 5 },
  ];
  expect(checkModule(regretModule, { options: energies, inputs }).checks).toHaveLength(8);
});

test('η of the prototype is read from its payoffs and probabilities, to 1e-12', () => {
  const file = new URL('../fixtures/nash.json', import.meta.url);
  const references = JSON.parse(readFileSync(file, 'utf8')) as (NashInput &
    Record<'T' | 'R' | 'P' | 'S' | 'eta', number>)[];
  for (const { pRow, pCol, eta, T, R, P, S } of references) {
    const read = family.eta({ pRow, pCol }, nashModule({ T, R, P, S }).options);
    expect(Math.abs(read - eta)).toBeLessThanOrEqual(1e-12);
  }
});

test('the energy is 0 without regret and alpha + beta at the largest', () => {
  const { options } = nashModule({ alpha: 0.75, beta: 0.5 });
  expect(family.energy(1, options, {})).toBe(0);
  expect(family.energy(0, options, {})).toBe(1.25);
  expect(family.slope(0, options, {})).toBe(-3.5);
});

test('the difference keeps its relative accuracy between neighbouring places', () => {
  // η on a grid of 2^-30 and coefficients on one of 2^-10: whole-number arithmetic gives the exact value.
  const grid = 2 ** 30;
  const exact = (p: bigint, q: bigint, u: bigint): bigint => p * u * u * 2n ** 60n + q * u ** 4n;
  const spot = fc.integer({ min: 0, max: grid - 1 });
  const coefficient = fc.integer({ min: 0, max: 5000 });
  fc.assert(
    fc.property(spot, coefficient, coefficient, (start, p, q) => {
      const { options } = nashModule({ alpha: p / 1024, beta: q / 1024 });
      const [before, after] = [start, start + 1].map((x) => exact(BigInt(p), BigInt(q), BigInt(grid - x)));
      const expected = Number(after! - before!) / 2 ** 130;
      const got = family.difference!(start / grid, (start + 1) / grid, options, {});
      expect(Math.abs(got - expected)).toBeLessThanOrEqual(1e-14 * Math.abs(expected));
    }),
    { seed: 3 },
  );
});

test('the packed loop gives what the scalar functions give, to 1e-12', () => {
  const coefficient = fc.double({ min: 0, max: 10, noNaN: true });
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  const instance = fc.record({ alpha: coefficient, beta: coefficient, eta: place });
  fc.assert(
    fc.property(fc.array(instance, { minLength: 1, maxLength: 20 }), coefficient, (instances, weight) => {
      const column = (name: 'alpha' | 'beta' | 'eta'): Float64Array => Float64Array.from(instances, (one) => one[name]);
      const given = { count: instances.length, prefix: 'p', with: { alpha: column('alpha'), beta: column('beta') } };
      const system = compile(defineSystem({ modules: [moduleColumns(regretModule, given)] }));
      const gradient = new Float64Array(instances.length);
      const energy = system.gradient(column('eta'), { weights: Float64Array.of(weight) }, gradient);
      const each = instances.map(({ eta, ...with_ }) => ({ eta, ...regretModule(with_) }));
      const looped = each.reduce((sum, { eta, options, family: f }) => sum + weight * f.energy(eta, options, {}), 0);
      expect(Math.abs(energy - looped)).toBeLessThanOrEqual(1e-12 * Math.max(1, looped));
      each.forEach(({ eta, options, family: f }, i) => {
        const slope = weight * f.slope(eta, options, {});
        expect(Math.abs(gradient[i]! - slope)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(slope)));
      });
    }),
    { seed: 1 },
  );
});

test('GameModule reads one player or the worse off of both; NashModule and RegretModule read the same numbers', () => {
  fc.assert(
    fc.property(played, ({ row, column, x, y }) => {
      const read = (player: 'both' | 'row' | 'column'): number =>
        gameModule.family.eta({ row, column, x, y }, gameModule({ player }).options);
      expect(read('both')).toBe(Math.min(read('row'), read('column')));
      const game = polymatrix({
        players: { row: row.length, column: row[0]!.length },
        edges: [{ between: ['row', 'column'], row, column }],
      });
      const inputs = playerInputs(game, [x, y]);
      const { options } = regretModule();
      for (const player of ['row', 'column'] as const)
        expect(regretModule.family.eta(inputs[player], options)).toBe(read(player));
    }),
    { seed: 4 },
  );
  const payoffs = { T: 5, R: 3, P: 1, S: 0 };
  const { row, column } = symmetricGame(payoffs).pairs[0]!;
  const input: GameInput = { row, column, x: [0.75, 0.25], y: [0.5, 0.5] };
  const { options } = gameModule({ player: 'row' });
  expect(gameModule.family.eta(input, options)).toBe(
    family.eta({ pRow: 0.25, pCol: 0.5 }, nashModule(payoffs).options),
  );
});

test('players on a graph are modules of one system, and a coupling draws their η together', () => {
  const game = polymatrix({
    players: { ann: 2, bob: 2 },
    edges: [{ between: ['ann', 'bob'], ...pennies }],
  });
  const profile = [
    [1, 0],
    [0.5, 0.5],
  ];
  const system = defineSystem({
    modules: { ann: regretModule(), bob: regretModule() },
    couplings: [{ use: quadratic({ weight: 1 }), between: ['ann', 'bob'] }],
  });
  const eta0 = readEta(system, playerInputs(game, profile));
  // Ann is indifferent against an even bob; bob would win 1 of a span of 2 more by playing the other side.
  expect([...eta0]).toEqual(normalisedRegrets(game, profile).map((regret) => 1 - regret));
  expect([...eta0]).toEqual([1, 0.5]);
  const { eta } = relax(compile(system), eta0);
  expect(eta.ann).toBeCloseTo(1, 6);
  expect(eta.bob).toBeCloseTo(1, 6);
});

describe('refused', () => {
  const eta = (id: 'nash' | 'game' | 'player', input: unknown): unknown => {
    const make = { nash: nashModule, game: gameModule, player: regretModule }[id];
    const system = defineSystem({ modules: { [id]: make() as never } });
    return errorOf(() => readEta(system, { [id]: input }));
  };
  const even = [0.5, 0.5];

  test.each([
    ['nash', null, '.pRow', 'the probability is undefined'],
    ['nash', { pRow: 0.5 }, '.pCol', 'the probability is undefined'],
    ['nash', { pRow: 1.5, pCol: 0 }, '.pRow', 'the probability is 1.5'],
    ['nash', { pRow: 0, pCol: NaN }, '.pCol', 'the probability is NaN'],
    ['game', undefined, '', 'the input is undefined'],
    ['game', { column: [[1]], x: [1], y: [1] }, '.row', 'the payoffs are undefined'],
    ['game', { row: [[1], [1, 2]], column: [[1]], x: [1], y: [1] }, '.row[1]', 'the rows are ragged'],
    ['game', { row: [[1]], column: [[NaN]], x: [1], y: [1] }, '.column[0][0]', 'the payoff NaN'],
    ['game', { row: [[1]], column: [[1, 2]], x: [1], y: [1] }, '.column', 'are 1 x 2'],
    ['game', { ...pennies, x: [1], y: even }, '.x', '1 probabilities for 2 actions'],
    ['game', { ...pennies, x: even, y: [0.9, 0.2] }, '.y', 'add up to 1.1'],
    ['player', null, '.payoffs', 'the payoffs are undefined'],
    ['player', { payoffs: [], strategy: [], span: 1 }, '.payoffs', 'a list of 0'],
    ['player', { payoffs: [1, Infinity], strategy: even, span: 1 }, '.payoffs[1]', 'Infinity is not a finite'],
    ['player', { payoffs: [1, 2], strategy: [1], span: 1 }, '.strategy', '1 probabilities for 2 actions'],
    ['player', { payoffs: [1, 2], strategy: even }, '.span', 'undefined is not a finite number'],
    ['player', { payoffs: [1, 2], strategy: even, span: -1 }, '.span', 'the span is -1'],
  ] as const)('an input of %s: %j names the place', (id, input, where, what) => {
    const error = eta(id, input) as { what: string };
    expect(error).toMatchObject({ code: 'INPUT_INVALID', where: `inputs.${id}${where}` });
    expect(error.what).toContain(what);
  });
});
