import {
  type BasisName,
  basisOf,
  convert,
  evaluate,
  orthonormalLegendre,
  polynomialsAt,
  series,
} from '@cfc/modules-polynomial';
import { parse } from 'vega';
import { type TopLevelSpec, compile } from 'vega-lite';
import { describe, expect, test } from 'vitest';
import { experiments } from '../src/index.js';
import { basisNames, cellsOf } from '../src/polynomial-conditioning/cell.js';
import { learning } from '../src/polynomial-conditioning/learning.js';
import { measureFit } from '../src/polynomial-conditioning/measure-fit.js';
import { measureRelaxation } from '../src/polynomial-conditioning/measure-relaxation.js';
import { drawnCoefficients, placesOf } from '../src/polynomial-conditioning/places.js';
import { pick } from '../src/polynomial-conditioning/summary.js';

const experiment = experiments.get('polynomial-conditioning')!;
const rows = cellsOf('quick').flatMap((cell) => (cell.part === 'fit' ? measureFit(cell) : measureRelaxation(cell)));
const conclusion = experiment.conclude(rows);

test('a cell gives the same rows again, one for each basis', () => {
  for (const cell of [cellsOf('quick')[0]!, cellsOf('quick').at(-1)!]) {
    const again = experiment.measure(cell);
    expect(again).toEqual(experiment.measure(cell));
    expect(again.map(({ basis }) => basis)).toEqual([...basisNames]);
  }
});

test('what is said of the quick scope', () => {
  expect(conclusion.claims.map(({ expected, verdict }) => [expected.split(' (')[0], verdict])).toEqual([
    ['Energies in the monomials 1, η, η², ... are ill-conditioned', 'confirmed'],
    ['An orthonormal basis diagonalizes the Hessian', 'partly confirmed'],
    ['Legendre polynomials for uniform, arbitrary polynomial chaos for data-driven distributions', 'confirmed'],
    ['It smooths the landscape', 'refuted'],
    ['It drastically reduces backtracks', 'refuted'],
    ['Orthonormal polynomials make the optimisation stable', 'confirmed'],
  ]);
});

describe('the verdicts follow the rows', () => {
  const verdictOf = (changed: typeof rows, at: number): string => experiment.conclude(changed).claims[at]!.verdict;

  test('fewer backtracks in orthonormal bases would confirm the claim', () => {
    const turned = rows.map((row) => {
      const orthonormal = row.basis === 'orthonormalLegendre' || row.basis === 'apc';
      if (row.part === 'drawn' || row.part === 'sized') return { ...row, backtracks: orthonormal ? 0 : 5 * row.steps };
      return row.part === 'same' && row.basis === 'etaMonomial' ? { ...row, backtracks: 2 * row.backtracks } : row;
    });
    expect(verdictOf(turned, 3)).toBe('confirmed');
    expect(verdictOf(turned, 4)).toBe('confirmed');
  });

  test('bases that are all alike would refute the others', () => {
    const alike = rows.map((row) =>
      row.part === 'fit' ? { ...row, condition: 2, noisy: 0.01, steps: 20, orthonormality: 0.5 } : row,
    );
    expect([0, 1, 2, 5].map((at) => verdictOf(alike, at))).toEqual([
      'refuted',
      'refuted',
      'partly confirmed',
      'refuted',
    ]);
  });
});

describe('learning', () => {
  const places = placesOf('uniform', 5);
  const chaos = (degree: number) => basisOf('apc', degree, places);

  /** Gradient descent on the coefficients themselves, by its definition. */
  function counted(name: BasisName, degree: number, share = 1e-6): number {
    const values = places.map((xi) => polynomialsAt(basisOf(name, degree, places), xi).values);
    const truth = series(orthonormalLegendre(degree), drawnCoefficients(degree, 5, 0));
    const data = places.map((xi) => evaluate(truth, (xi + 1) / 2).value);
    // The largest eigenvalue by the power method.
    const hessian = (vector: readonly number[]): number[] => {
      const errors = values.map((row) => row.reduce((sum, value, k) => sum + value * vector[k]!, 0) / places.length);
      return vector.map((_, k) => values.reduce((sum, row, i) => sum + row[k]! * errors[i]!, 0));
    };
    let vector = Array.from({ length: degree + 1 }, (_, k) => 1 + k / 10);
    for (let k = 0; k < 2000; k++) {
      const next = hessian(vector);
      vector = next.map((value) => value / Math.hypot(...next));
    }
    const step = 1 / Math.hypot(...hessian(vector));
    let found = new Array<number>(degree + 1).fill(0);
    const missOf = (): number[] =>
      values.map((row, i) => row.reduce((sum, value, k) => sum + value * found[k]!, 0) - data[i]!);
    const enough = share * Math.hypot(...data);
    for (let steps = 0; ; steps++) {
      const miss = missOf();
      if (Math.hypot(...miss) <= enough) return steps;
      found = found.map(
        (value, k) => value - (step / places.length) * values.reduce((sum, row, i) => sum + row[k]! * miss[i]!, 0),
      );
    }
  }

  test.each([
    ['legendre', 4],
    ['orthonormalLegendre', 4],
    ['monomial', 2],
    ['etaMonomial', 1],
  ] as const)('by squaring takes the steps that a run takes: %s of degree %i', (name, degree) => {
    const target = convert(series(orthonormalLegendre(degree), drawnCoefficients(degree, 5, 0)), chaos(degree));
    const { steps } = learning(basisOf(name, degree, places), chaos(degree), places, target.coefficients);
    expect(Math.abs(steps - counted(name, degree))).toBeLessThanOrEqual(1e-3 * steps + 1);
    expect(steps).toBeGreaterThan(5);
  });

  test('in chaos takes one step and no backtrack, at any degree', () => {
    for (const row of pick(rows, { part: 'fit', basis: 'apc' })) {
      expect(row).toMatchObject({ steps: 1, backtracks: 0 });
    }
  });
});

test('the condition of powers of η is that of Hilbert matrices, as far as 200 random places are uniform', () => {
  // Square roots of 524.06 and 476607.25, of order 3 and 5.
  for (const [degree, known] of [
    [2, 22.89],
    [4, 690.4],
  ] as const) {
    for (const { condition } of pick(rows, { part: 'fit', spread: 'uniform', degree, basis: 'etaMonomial' })) {
      expect(Math.abs(Math.log(condition! / known))).toBeLessThan(0.3);
    }
  }
});

test('fits to the same noise predict the same in every basis', () => {
  for (const cell of cellsOf('quick').filter(({ part }) => part === 'fit')) {
    const found = pick(rows, { ...cell });
    for (const { prediction } of found) expect(Math.abs(prediction! / found[0]!.prediction! - 1)).toBeLessThan(1e-5);
  }
});

test('energies scaled to one size bend less than they did where they were larger, and runs end at rest', () => {
  for (const { degree, seed } of cellsOf('quick').filter(({ part }) => part === 'sized')) {
    const [drawn, sized] = (['drawn', 'sized'] as const).map(
      (part) => pick(rows, { part, degree, seed, basis: 'orthonormalLegendre' })[0]!.bend!,
    );
    expect(sized!).toBeLessThan(drawn!);
  }
});

test('the figure compiles', () => {
  const { spec } = compile(conclusion.figure as unknown as TopLevelSpec);
  expect(() => parse(spec)).not.toThrow();
  // A number that is not finite would be written as null.
  expect(JSON.stringify(conclusion.figure)).not.toMatch(/"(mean|low|high)":null/);
});
