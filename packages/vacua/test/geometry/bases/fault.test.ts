import { describe, expect, test } from 'vitest';
import { baseFault, raysOf, toricBase, toricBases } from '../../../src/index.js';

const bases = [...toricBases({ maxRays: 14 })];

describe('what is no base is told apart', () => {
  test.each([
    [[1, 1, 2], 'its rays do not close after one turn'],
    [[1, 1, 1, 1, 1, 1], 'its rays do not close after one turn'],
    [[13, 0, -13, 0], '(f, g) vanish to orders (4, 6) on a curve'],
    [[0, -5, -1, -5, 0, 4], 'its rays do not close after one turn'],
  ])('%j', (list, fault) => {
    expect(baseFault(list)).toBe(fault);
    expect(() => toricBase(list)).toThrow(`INPUT_INVALID: no toric base: ${fault}`);
  });

  test('a blow-up that forces another one', () => {
    const [base, fault] = forced();
    expect(raysOf(base)).not.toBeNull();
    expect(fault).toMatch(/^\(f, g\) vanish to orders \(4, 6\) where curves \d+ and \d+ meet$/);
  });

  test('all bases of at most 14 rays are bases', () => {
    expect(bases.map(baseFault).filter((fault) => fault !== null)).toEqual([]);
  });

  test.each([
    [[1, 1]],
    [[1, 1, 0.5]],
    [[1, 1, 200]],
    [[1, 1, NaN]],
    [Array.from({ length: 600 }, () => -1)],
    ['1,1,1'],
  ])('what is no list of self-intersections throws: %j', (list) => {
    expect(() => baseFault(list as number[])).toThrow(/^INPUT_INVALID: .*selfIntersections/);
  });
});

/** The first blow-up of a base at which a point stays with orders (4, 6). */
function forced(): readonly [number[], string] {
  for (const base of bases) {
    for (let i = 0; i < base.length; i++) {
      const blown = [...base];
      blown[i]! -= 1;
      blown[(i + 1) % base.length]! -= 1;
      blown.splice(i + 1, 0, -1);
      const fault = baseFault(blown);
      if (fault !== null && fault.includes('meet')) return [blown, fault];
    }
  }
  throw new Error('there is none');
}
