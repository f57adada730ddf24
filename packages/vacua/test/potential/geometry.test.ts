import { describe, expect, test } from 'vitest';
import { labelOf } from '../../src/index.js';
import { drawParameters } from '../../src/potential/draw.js';
import { setByGeometry } from '../../src/potential/geometry.js';
import { drawsOf } from '../../src/potential/random.js';
import { regimes } from '../../src/potential/regimes.js';
import { type Terms, emptyTerms } from '../../src/potential/terms.js';

const filled = (n: number): Terms => {
  const terms = emptyTerms(n);
  drawParameters(terms, 'generic', drawsOf(1, 0, 'parameters'));
  return terms;
};

describe('draws', () => {
  test('keep to their ranges, mix fields in 30% of cases and shift the masses as the regime says', () => {
    let mixed = 0;
    const count = 2000;
    for (let sample = 0; sample < count; sample++) {
      const terms = emptyTerms(4);
      const regime = regimes[sample % 4]!;
      const shift = drawParameters(terms, regime, drawsOf(5, sample, 'parameters'));
      const bounds = { A: [0.5, 2.5], a: [0.8, 2.5], D: [0, 0.5], p: [1, 2], gamma: [0.1, 0.5] } as const;
      for (const [name, [min, max]] of Object.entries(bounds)) {
        expect(terms[name as keyof typeof bounds]).toBeGreaterThan(min);
        expect(terms[name as keyof typeof bounds]).toBeLessThan(max);
      }
      const masses = terms.k.map((k) => Math.sqrt(k - shift));
      expect(Math.min(...masses)).toBeGreaterThan(0.5 - 1e-12);
      expect(Math.max(...masses)).toBeLessThan(3 + 1e-12);
      expect(Math.sign(shift)).toBe(regime === 'stabilized' ? 1 : regime === 'tachyonic' ? -1 : 0);
      expect(terms.c.some((x) => x !== 0)).toBe(regime === 'runaway');
      if (!terms.mixed) continue;
      mixed++;
      for (let i = 0; i < 4; i++) for (let j = 0; j < 4; j++) expect(terms.L[4 * i + j]).toBe(terms.L[4 * j + i]);
      expect(Math.max(...terms.L.map(Math.abs))).toBeLessThan(0.3);
    }
    expect(Math.abs(mixed / count - 0.3)).toBeLessThan(4 * Math.sqrt(0.21 / count));
  });
});

describe('geometry', () => {
  test('sets masses by c₂, couplings by intersection numbers and the uplift by the Euler number; nothing else', () => {
    const [terms, before] = [filled(2), filled(2)];
    setByGeometry(
      terms,
      {
        c2: [36, -12],
        euler: -200,
        intersections: [
          [0, 0, 1, 2],
          [0, 1, 1, -4],
          [0, 0, 0, 9],
        ],
      },
      0.5,
    );
    // 36 / (36 + 36) and 12 / (12 + 36) of the range above 1/2.
    expect(terms.k[0]).toBeCloseTo(1.75 ** 2 + 0.5, 12);
    expect(terms.k[1]).toBeCloseTo(1.125 ** 2 + 0.5, 12);
    expect(terms.D).toBe(0.25);
    // κ₀₁ = κ₀₁₀ + κ₀₁₁ = -2, the largest there is.
    expect([...terms.L]).toEqual([0, -0.3, -0.3, 0]);
    expect(terms.mixed).toBe(true);
    for (const name of ['A', 'a', 'p', 'gamma', 'c'] as const) expect(terms[name]).toEqual(before[name]);
  });

  test('three different divisors couple each pair by the same number', () => {
    const terms = filled(4);
    setByGeometry(
      terms,
      {
        intersections: [
          [0, 1, 2, 5],
          [3, 3, 0, 10],
        ],
      },
      0,
    );
    const at = (i: number, j: number): number => terms.L[4 * i + j]!;
    expect([at(0, 1), at(1, 2), at(2, 0), at(3, 0)]).toEqual([0.15, 0.15, 0.15, 0.3]);
    expect([at(0, 0), at(3, 1), at(3, 3)]).toEqual([0, 0, 0]);
    for (let i = 0; i < 4; i++) for (let j = 0; j < 4; j++) expect(at(i, j)).toBe(at(j, i));
  });

  test('an Euler number above 0 lifts nothing; no intersections off the diagonal couple nothing; an empty geometry sets nothing', () => {
    const terms = filled(2);
    setByGeometry(terms, { euler: 8, intersections: [[0, 0, 0, 5]] }, 0);
    expect([terms.D, terms.mixed]).toEqual([0, false]);
    const untouched = filled(2);
    setByGeometry(untouched, {}, 0);
    expect(untouched).toEqual(filled(2));
  });

  test('labels of one id differ where the geometry does', () => {
    const of = (euler: number) => labelOf('cicy', '1', 3, { moduli: 3, euler }).draws.map(({ value }) => value);
    expect(of(-200)).not.toEqual(of(-20));
    expect(of(-200)).toEqual(of(-200));
  });
});
