import { expect, test } from 'vitest';
import {
  distancesIn,
  entropyOf,
  fitForest,
  forestDistances,
  learn,
  listedOracle,
  marginOf,
  pairedGains,
  selectBatch,
  strategies,
} from '../../src/index.js';
import { clouds } from '../support/clouds.js';
import { errorCode } from '../support/error-code.js';

const all = clouds(200, 3);
const held = clouds(90, 4);
const ids = all.labels.map((_, i) => `x${i}`);
const pool = { classes: 3, pool: { ids, rows: all.rows }, test: held };
const oracle = () => listedOracle(all.labels.map((label, i) => ({ id: ids[i]!, label })));
const small = { initial: 10, batch: 5, rounds: 3, trees: 10 };

test('utilities are 1 for a tie and 0 for a sure prediction', () => {
  expect([entropyOf([0.5, 0.5]), entropyOf([1, 0])]).toEqual([1, 0]);
  expect([marginOf([0.4, 0.4, 0.2]), marginOf([1, 0, 0])]).toEqual([1, 0]);
});

const line = () => {
  const rows = [[0], [1], [2], [3], [10]];
  const probabilities = [
    [0.5, 0.5],
    [0.9, 0.1],
    [0.6, 0.4],
    [1, 0],
  ];
  return { indices: [1, 2, 3, 4], labelled: [0], probabilities, distances: () => distancesIn(rows) };
};
const chosen = (options: Parameters<typeof selectBatch>[1]): number[] =>
  selectBatch(line(), options).map(({ index }) => index);

test('each strategy chooses what its utility says', () => {
  expect(chosen({ strategy: 'entropy', batch: 2 })).toEqual([1, 3]);
  expect(chosen({ strategy: 'margin', batch: 2 })).toEqual([1, 3]);
  expect(chosen({ strategy: 'kCenter', batch: 2 })).toEqual([4, 3]);
  expect(chosen({ strategy: 'entropyDiversity', batch: 1, beta: 0 })).toEqual([1]);
  expect(chosen({ strategy: 'entropyDiversity', batch: 1, beta: 10 })).toEqual([4]);
  expect(chosen({ strategy: 'marginKCenter', batch: 1, prefilter: 2 })).toEqual([1]);
  expect(chosen({ strategy: 'marginKCenter', batch: 2, prefilter: 2 })).toEqual([1, 4]);
  expect(chosen({ strategy: 'random', batch: 4 }).sort()).toEqual([1, 2, 3, 4]);
});

test('k-center utilities fall, and choosing leaves nothing behind', () => {
  const candidates = line();
  const first = selectBatch(candidates, { strategy: 'kCenter', batch: 4 });
  const utilities = first.map(({ utility }) => utility);
  expect([...utilities].sort((a, b) => b - a)).toEqual(utilities);
  expect(selectBatch(candidates, { strategy: 'kCenter', batch: 4 })).toEqual(first);
});

test('a forest is blind to scales and to features it does not split by: its distance is the share of trees that part two examples', () => {
  const rows = [
    [0, 5],
    [1, 5],
    [2, 5],
    [9, 5],
  ];
  const forest = fitForest(rows, [0, 0, 1, 1], 2, { trees: 40, tried: 2 });
  const nearest = (of: readonly (readonly number[])[]): number[] => {
    const distances = forestDistances(forest, of);
    distances.add(0);
    return [...distances.nearest];
  };
  const [own, near, far, farther] = nearest(rows);
  expect(own).toBe(0);
  expect(near).toBeLessThan(far!);
  expect(far).toBeGreaterThan(0.8);
  expect(farther).toBeGreaterThanOrEqual(far!);
  expect(farther).toBeLessThanOrEqual(1);
  expect(nearest(rows.map(([x, y]) => [x!, 1e6 * y!]))).toEqual(nearest(rows));
});

test('diversity is measured in the space asked for', () => {
  const orders = (['forest', 'features'] as const).map(
    (space) => learn(pool, oracle(), { ...small, strategy: 'kCenter', space }).ids,
  );
  expect(orders[0]).not.toEqual(orders[1]);
  expect(errorCode(() => learn(pool, oracle(), { ...small, space: 'labels' as 'forest' }))).toBe('OPTION_INVALID');
});

test('runs of neighbouring seeds share no draws', () => {
  const begun = Array.from({ length: 4 }, (_, seed) =>
    learn(pool, oracle(), { ...small, rounds: 1, strategy: 'random', seed }),
  );
  expect(new Set(begun.map(({ ids }) => ids.join())).size).toBe(4);
});

test.each(strategies)('%s asks for each label once, and again gives the same curve', (strategy) => {
  const learnt = learn(pool, oracle(), { ...small, strategy });
  expect(new Set(learnt.ids).size).toBe(25);
  expect(learnt.points.map(({ labelled }) => labelled)).toEqual([10, 15, 20, 25]);
  expect(learn(pool, oracle(), { ...small, strategy })).toEqual(learnt);
});

test('strategies begin with the same examples under the same seed', () => {
  const begun = strategies.map((strategy) => learn(pool, oracle(), { ...small, strategy, seed: 4 }).ids.slice(0, 10));
  for (const one of begun) expect(one).toEqual(begun[0]);
});

test('an oracle never guesses: unknown ids and second questions are errors, and come through', () => {
  const one = listedOracle([{ id: 'a', label: 1 }]);
  expect(one('a')).toBe(1);
  expect(errorCode(() => one('a'))).toBe('INPUT_INVALID');
  expect(errorCode(() => one('b'))).toBe('INPUT_INVALID');
  const broken = (): never => {
    throw new RangeError('the computer is down');
  };
  expect(() => learn(pool, broken, small)).toThrow('the computer is down');
  expect(errorCode(() => learn(pool, oracle(), { initial: 190, batch: 50 }))).toBe('INPUT_INVALID');
  expect(errorCode(() => selectBatch({ ...line(), indices: [], probabilities: [] }))).toBe('INPUT_INVALID');
});

test('gains are paired by seed', () => {
  const curve = (area: number) => ({
    area,
    ids: [],
    points: [{ labelled: 1, accuracy: area, macroF1: 0, utility: 0 }],
  });
  const random = { strategy: 'random', curves: [curve(0.5), curve(0.7)] } as const;
  const margin = { strategy: 'margin', curves: [curve(0.6), curve(0.7)] } as const;
  const [, gain] = pairedGains([random, margin]);
  expect(gain!.gain).toBeCloseTo(0.05, 14);
  expect(gain!.error).toBeCloseTo(0.05, 14);
  expect(gain!.wins).toBe(1);
  expect(errorCode(() => pairedGains([margin]))).toBe('INPUT_INVALID');
});
