import { compile, defineSystem, landau, quadratic } from '@cfc/core';
import { describe, expect, test } from 'vitest';
import {
  aggregated,
  coarsened,
  familiesOf,
  groupsOf,
  heaviest,
  massesOf,
  modulesOf,
  selection,
} from '../../src/index.js';
import { codeOf } from '../support/errors.js';
import { well } from '../support/mixed.js';
import { sensors } from '../support/sensors.js';

const use = (weight: number) => quadratic({ weight });
const system = compile(
  defineSystem({
    modules: { a: landau(), b: well(), c: landau(), d: landau(), e: well(), f: landau() },
    couplings: [
      { use: use(1), between: ['a', 'b'] },
      { use: use(3), between: ['b', 'c'] },
      { use: use(2), between: ['c', 'd'] },
      { use: use(5), between: ['d', 'e'] },
      { use: use(2), between: ['d', 'c'] },
    ],
    weights: { 'coup:QuadraticCoupling': 2 },
  }),
);
const eta = Float64Array.of(0.1, 0.9, 0.3, 0.6, 0.2, 0.4);

describe('groups', () => {
  test('by family, named by their terms', () => {
    const { of, names } = familiesOf(system);
    expect([[...of], names]).toEqual([
      [0, 1, 0, 0, 1, 0],
      ['local:LandauModule', 'local:WellModule'],
    ]);
    expect([...modulesOf({ of, names }, [1])]).toEqual([1, 4]);
  });

  test('as they are given', () => {
    const groups = groupsOf(system, { left: ['a', 'b', 'c'], right: ['f', 'e', 'd'] });
    expect([[...groups.of], groups.names]).toEqual([
      [0, 0, 0, 1, 1, 1],
      ['left', 'right'],
    ]);
  });

  test.each([
    ['an id that no module has', { all: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] }, 'NAME_UNKNOWN'],
    ['a module in two', { one: ['a', 'b', 'c', 'd', 'e', 'f'], two: ['a'] }, 'INPUT_INVALID'],
    ['a module in none', { one: ['a', 'b', 'c', 'd', 'e'] }, 'INPUT_INVALID'],
    ['none in it', { one: ['a', 'b', 'c', 'd', 'e', 'f'], two: [] }, 'INPUT_INVALID'],
  ])('with %s are refused', (_what, given, code) => {
    expect(codeOf(() => groupsOf(system, given))).toBe(code);
  });

  test('by strength: each joins the one it hangs together with most', () => {
    // a has b alone; c then d (4) rather than b, which is taken; e finds d taken; f has nobody.
    expect([...aggregated(system, eta, 1).of]).toEqual([0, 0, 1, 1, 2, 3]);
    // The first two groups by their 3, then e alone and f alone.
    expect([...aggregated(system, eta, 2).of]).toEqual([0, 0, 0, 0, 1, 2]);
    expect([...aggregated(system, eta, 9).of]).toEqual([0, 0, 0, 0, 0, 1]);
    expect([...aggregated(system, eta, 0).of]).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('of a connected system shrink by about half in a round, and are numbered without gaps', () => {
    const large = compile(sensors({ size: 500 }));
    const sizes = [1, 2, 3].map((rounds) => {
      const { of, names } = aggregated(large, new Float64Array(500).fill(0.5), rounds);
      expect([...new Set(of)].sort((x, y) => x - y)).toEqual([...names.keys()]);
      const counts = names.map((_, g) => of.filter((group) => group === g).length);
      expect(Math.max(...counts)).toBeLessThanOrEqual(2 ** rounds);
      return names.length;
    });
    sizes.forEach((size, k) => {
      expect(size).toBeLessThan(500 * 0.6 ** (k + 1));
    });
  });

  test.each([-1, 0.5, NaN])('in %d rounds are refused', (rounds) => {
    expect(codeOf(() => aggregated(system, eta, rounds))).toBe('INPUT_INVALID');
  });
});

describe('masses', () => {
  const groups = groupsOf(system, { left: ['a', 'b', 'c'], right: ['d', 'e'], alone: ['f'] });

  test('by gradient are shares of the squared projected gradient', () => {
    const gradient = new Float64Array(6);
    system.gradient(eta, system.unit, gradient);
    const squares = [...gradient].map((g, i) => (eta[i]! - Math.min(1, Math.max(0, eta[i]! - g))) ** 2);
    const total = squares.reduce((sum, square) => sum + square, 0);
    const expected = [squares[0]! + squares[1]! + squares[2]!, squares[3]! + squares[4]!, squares[5]!];
    massesOf(system, eta, groups).forEach((mass, g) => {
      expect(mass).toBeCloseTo(expected[g]! / total, 14);
    });
  });

  test('by energy are local energies, and half of each coupling at either end', () => {
    const whole = system.energy(eta, system.unit);
    const masses = massesOf(system, eta, groups, 'energy');
    // All energies here are above 0, so that masses are parts of the whole.
    expect(masses.reduce((sum, mass) => sum + mass, 0)).toBeCloseTo(1, 14);
    const alone = 0.4 ** 2 + 0.4 ** 4;
    expect(masses[2]).toBeCloseTo(alone / whole, 14);
    const parts = [landau().family, well().family];
    const right =
      parts[0]!.energy(0.6, landau().options as never, {}) +
      parts[1]!.energy(0.2, well().options as never, {}) +
      2 * (5 * 0.4 ** 2 + (4 * 0.3 ** 2) / 2);
    expect(masses[1]).toBeCloseTo(right / whole, 13);
  });

  test('are 0 where there is nothing', () => {
    const rest = compile(defineSystem({ modules: { a: landau(), b: landau() } }));
    expect([...massesOf(rest, new Float64Array(2), familiesOf(rest))]).toEqual([0]);
  });

  test('select the fewest groups that have the share', () => {
    expect(heaviest(Float64Array.of(0.2, 0.5, 0, 0.3), 0.5)).toEqual([1]);
    expect(heaviest(Float64Array.of(0.2, 0.5, 0, 0.3), 0.51)).toEqual([1, 3]);
    expect(heaviest(Float64Array.of(0.2, 0.5, 0, 0.3), 1)).toEqual([1, 3, 0]);
    expect(heaviest(Float64Array.of(1, 1, 1), 0.6)).toEqual([0, 1]);
    expect(heaviest(Float64Array.of(0, 0), 0.5)).toEqual([]);
  });

  test('select modules for a stage', () => {
    const masses = massesOf(system, eta, groups);
    const first = [...masses.keys()].sort((g, h) => masses[h]! - masses[g]!)[0]!;
    expect(selection({ groups, share: 0.01 })(system, eta)).toEqual(modulesOf(groups, [first]));
    expect(selection({ groups, share: 1, by: 'energy' })(system, eta)).toEqual(Int32Array.of(0, 1, 2, 3, 4, 5));
  });

  test('of another system, and order parameters that are none, are refused', () => {
    const other = { of: Int32Array.of(0), names: ['one'] };
    expect(codeOf(() => massesOf(system, eta, other))).toBe('INPUT_INVALID');
    expect(codeOf(() => coarsened(system, other))).toBe('INPUT_INVALID');
    expect(
      codeOf(() =>
        massesOf(
          system,
          eta.map(() => NaN),
          groups,
        ),
      ),
    ).toBe('INPUT_INVALID');
    expect(codeOf(() => aggregated(system, new Float64Array(2), 1))).toBe('INPUT_INVALID');
  });

  test('and shares that are none are refused', () => {
    for (const share of [0, -1, 1.1, NaN]) {
      expect(codeOf(() => heaviest(Float64Array.of(1), share))).toBe('INPUT_INVALID');
      expect(codeOf(() => selection({ groups, share }))).toBe('INPUT_INVALID');
    }
    expect(codeOf(() => heaviest(Float64Array.of(1, NaN), 0.5))).toBe('INPUT_INVALID');
    expect(codeOf(() => heaviest(Float64Array.of(1, -1), 0.5))).toBe('INPUT_INVALID');
  });
});
