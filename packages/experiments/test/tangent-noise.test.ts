import { beforeAll, describe, expect, test } from 'vitest';
import type { Conclusion } from '../src/index.js';
import type { Found } from '../src/tangent-noise/cells.js';
import { atEqualEnergy, atEqualLength, curveOf } from '../src/tangent-noise/curves.js';
import { LENGTHS, changes } from '../src/tangent-noise/level-set.js';
import { tangentNoiseEscape } from '../src/tangent-noise/tangent-noise.js';
import { expectWhole, quick, verdicts } from './quick.js';

describe('one draw', () => {
  test('along the level set changes the energy by a hundredth where it is a tenth as long; in all directions by a tenth', () => {
    for (const [tangent, factor] of [
      [true, 100],
      [false, 10],
    ] as const) {
      const [a, b] = changes(3, tangent);
      expect([a!.length, b!.length]).toEqual(LENGTHS.slice(0, 2));
      expect(b!.typical / a!.typical / factor).toBeCloseTo(1, 2);
      expect(b!.mean / a!.mean / 100).toBeCloseTo(1, 2);
    }
  });
});

describe('curves', () => {
  const row = (kind: Found['kind'], length: number, seed: number, escaped: number, rise: number): Found => ({
    task: 'escape',
    landscape: 'wells 2',
    kind,
    seed,
    length,
    typical: null,
    mean: null,
    escaped,
    rise,
  });
  const rows = [0, 1, 2, 3].flatMap((seed) => [
    row('isotropic', 1, seed, 0, 1),
    row('isotropic', 2, seed, 1, 4),
    row('tangent', 1, seed, 1, 2),
    row('tangent', 2, seed, 1, 8),
  ]);
  const [isotropic, tangent] = (['isotropic', 'tangent'] as const).map((kind) => curveOf(rows, 'wells 2', kind));

  test('have shares, and the mean energy of each length', () => {
    expect(isotropic!.map(({ length, rise, escaped }) => [length, rise, escaped.mean])).toEqual([
      [1, 1, 0],
      [2, 4, 1],
    ]);
  });

  test('are compared at equal length, or halfway between lengths at equal energy, inside the range alone', () => {
    expect(atEqualLength(tangent!, isotropic!).mean).toBe(50);
    expect(atEqualEnergy(tangent!, isotropic!).mean).toBeCloseTo(50, 12);
    expect(atEqualEnergy(isotropic!, tangent!).mean).toBe(0);
  });
});

describe('the quick run', () => {
  let rows: readonly Found[];
  let conclusion: Conclusion;
  beforeAll(() => {
    ({ rows, conclusion } = quick<Found>('tangent-noise'));
  });

  test('escapes the more the longer the noise is, at about the same energy for both kinds', () => {
    for (const landscape of ['wells 2', 'wells 8', 'random 16'] as const) {
      const [isotropic, tangent] = (['isotropic', 'tangent'] as const).map((kind) => curveOf(rows, landscape, kind));
      for (const curve of [isotropic!, tangent!]) {
        expect(curve.at(-1)!.escaped.mean).toBeGreaterThan(curve[0]!.escaped.mean + 0.5);
        for (let k = 1; k < curve.length; k++) expect(curve[k]!.rise).toBeGreaterThan(curve[k - 1]!.rise);
      }
      tangent!.forEach(({ rise }, k) => expect(Math.abs(rise / isotropic![k]!.rise - 1)).toBeLessThan(0.15));
    }
  });

  test('escapes less often along level sets in two dimensions', () => {
    const [isotropic, tangent] = (['isotropic', 'tangent'] as const).map((kind) => curveOf(rows, 'wells 2', kind));
    expect(atEqualLength(tangent!, isotropic!).high).toBeLessThan(0);
  });

  test('comes to its verdicts, and would come to others from other rows', () => {
    expect(verdicts(conclusion).slice(0, 3)).toEqual(['confirmed', 'refuted', 'refuted']);
    const better = rows.map((row) => ({
      ...row,
      typical: row.typical && row.length,
      mean: row.mean && (row.kind === 'tangent' ? 1 : 9),
      escaped: row.escaped === null ? null : row.kind === 'isotropic' ? 0 : 1,
    }));
    expect(verdicts(tangentNoiseEscape.conclude(better)).slice(0, 3)).toEqual([
      'partly confirmed',
      'confirmed',
      'confirmed',
    ]);
  });

  test('tells all of it', () => expectWhole(conclusion));
});
