import { compile, defineSystem, landau, uniform } from '@cfc/core';
import { describe, expect, test } from 'vitest';
import { type Cache, type Query, nearest } from '../../src/index.js';
import { codeOf } from '../support/errors.js';

const system = compile(defineSystem({ modules: { a: landau(), b: landau() } }));
const query = (...features: number[]): Query => ({ system, read: Float64Array.of(0, 0), features });

/** A cache with these problems: features, then the two order parameters. */
function cache(
  given: Parameters<typeof nearest>[0],
  problems: readonly (readonly [number[], number, number])[],
): Cache {
  const proposer = nearest(given);
  return problems.reduce(
    (state, [features, a, b]) => proposer.learn(query(...features), Float64Array.of(a, b), state),
    proposer.init(),
  );
}

describe('the nearest problems', () => {
  test('weigh by inverse distance to a power', () => {
    // Features 0, 2, 4 and 10, one standard deviation for all: distances of 1 are 1, 1, 3, 9 times the same.
    const problems = [0, 2, 4, 10].map((x): [number[], number, number] => [[x], x / 10, 1 - x / 10]);
    const state = cache({}, problems);
    const [one, two] = nearest({ k: 3 }).propose(query(1), state)!.eta;
    const shares = [1, 1, 1 / 9].map((weight) => weight / (2 + 1 / 9));
    expect(one).toBeCloseTo(shares[1]! * 0.2 + shares[2]! * 0.4, 14);
    expect(one! + two!).toBeCloseTo(1, 14);
    expect(nearest({ k: 2, power: 0 }).propose(query(1), state)!.eta[0]).toBeCloseTo(0.1, 14);
    expect(nearest({ k: 1 }).propose(query(9), state)!.eta[0]).toBe(1);
  });

  test('of which some are the same problem are those alone', () => {
    const state = cache({}, [
      [[1, 1], 0.2, 0.2],
      [[1, 1], 0.4, 0.4],
      [[2, 3], 0.9, 0.9],
    ]);
    expect(nearest().propose(query(1, 1), state)!.eta[0]).toBeCloseTo(0.3, 14);
  });

  test('are near by features that vary, each in units of its spread', () => {
    const problems = Array.from({ length: 20 }, (_, j): [number[], number, number] => [
      [uniform(1, 0, j), 1000 * uniform(1, 1, j), 7],
      uniform(1, 2, j),
      0.5,
    ]);
    const scaled = problems.map(([[x, y, z], a, b]): [number[], number, number] => [
      [50 * x! - 3, y! / 1000, z!],
      a,
      b,
    ]);
    const one = nearest().propose(query(0.3, 400, 9), cache({}, problems))!.eta;
    const two = nearest().propose(query(12, 0.4, 9), cache({}, scaled))!.eta;
    expect(one[0]).toBeCloseTo(two[0]!, 12);
  });

  test('are the same whatever power and distance, without overflow', () => {
    const problems: [number[], number, number][] = [
      [[0], 0, 0],
      [[1], 1, 1],
    ];
    const { eta } = nearest({ power: 400 }).propose(query(1e-6), cache({}, problems))!;
    expect(Array.from(eta)).toEqual([0, 0]);
  });
});

describe('a bounded cache', () => {
  const problems = [1, 2, 3, 4].map((x): [number[], number, number] => [[x], x / 10, 0]);
  const kept = (state: Cache): number[] => state.entries.map(({ features }) => features[0]!);

  test('lets the oldest go', () => {
    expect(kept(cache({ capacity: 2 }, problems))).toEqual([3, 4]);
  });

  test('or what is nearest to the newcomer, the older of two', () => {
    expect(kept(cache({ capacity: 3, evict: 'nearest' }, [...problems, [[1.4], 0, 0]]))).toEqual([2, 4, 1.4]);
  });

  test('of one problem proposes that', () => {
    const state = cache({ capacity: 1 }, problems);
    expect(Array.from(nearest().propose(query(-5), state)!.eta)).toEqual([0.4, 0]);
  });
});

test('an empty cache proposes nothing', () => {
  expect(nearest().propose(query(1), nearest().init())).toBe(null);
});

describe('is refused:', () => {
  const state = cache({}, [[[1, 2], 0.5, 0.5]]);
  const learn = (features: Query, ...eta: number[]) => nearest().learn(features, Float64Array.from(eta), state);
  test.each([
    ['another number of features', () => nearest().propose(query(1), state), 'INPUT_INVALID'],
    ['another number of features to learn', () => learn(query(1, 2, 3), 0, 0), 'INPUT_INVALID'],
    ['a feature that is NaN', () => nearest().propose(query(1, NaN), state), 'INPUT_INVALID'],
    ['a feature that is infinite', () => learn(query(Infinity, 1), 0, 0), 'INPUT_INVALID'],
    ['a solution that is NaN', () => learn(query(1, 2), 0, NaN), 'INPUT_INVALID'],
    ['a solution of another size', () => learn(query(1, 2), 0), 'INPUT_INVALID'],
    ['a system of another size', () => nearest().propose({ ...query(1, 2), system: alone }, state), 'INPUT_INVALID'],
    ['k below 1', () => nearest({ k: 0 }), 'OPTION_INVALID'],
    ['a part of a neighbour', () => nearest({ k: 1.5 }), 'OPTION_INVALID'],
    ['a cache for none', () => nearest({ capacity: 0 }), 'OPTION_INVALID'],
    ['a power below 0', () => nearest({ power: -1 }), 'OPTION_INVALID'],
    ['an option that nobody reads', () => nearest({ size: 1 } as never), 'OPTION_UNKNOWN'],
  ])('%s', (_what, run, code) => {
    expect(codeOf(run)).toBe(code);
  });
});

const alone = compile(defineSystem({ modules: { a: landau() } }));
