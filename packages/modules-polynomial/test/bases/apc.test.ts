import { uniform } from '@cfc/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apc, gramMatrix, monomialCoefficients, orthonormalLegendre, polynomialsAt } from '../../src/index.js';
import { close } from '../support/close.js';
import { errorOf } from '../support/errors.js';
import { rawGramSchmidtError } from '../support/raw-gram-schmidt.js';
import { clustered } from '../support/samples.js';

/** Largest entry of |G - I|. */
const errorAt = (samples: readonly number[], degree: number): number =>
  Math.max(
    ...gramMatrix(apc(samples, degree), samples).flatMap((row, j) =>
      Array.from(row, (entry, k) => Math.abs(entry - (j === k ? 1 : 0))),
    ),
  );

describe('at degree 12 the Gram matrix is the identity to 1e-10', () => {
  const cases = [1, 2, 3, 5].flatMap((centres) =>
    [0.3, 0.1, 0.05, 0.02, 0.01, 0.003, 0.001].map((width) => [centres, width] as const),
  );
  test.each(cases)('on samples in %i clusters of width %f', (centres, width) => {
    expect(errorAt(clustered(centres, width), 12)).toBeLessThan(1e-10);
  });

  test.each([
    [2, 0.05, 1e-6],
    [2, 0.02, 0.1],
    [3, 0.01, 1e-4],
    [3, 0.001, 0.9],
  ])('where Gram and Schmidt on monomials is off: %i clusters of width %f by more than %f', (centres, width, error) => {
    expect(rawGramSchmidtError(clustered(centres, width), 12)).toBeGreaterThan(error);
    expect(rawGramSchmidtError(clustered(centres, width), 3)).toBeLessThan(1e-10);
  });
});

test('the degree may go up to one less than the number of distinct samples', () => {
  const few = Array.from({ length: 13 }, (_, j) => Math.cos(((j + 0.3) * Math.PI) / 13));
  expect(errorAt(few, 12)).toBeLessThan(1e-10);
  expect(errorAt([...few, ...few, few[0]!], 12)).toBeLessThan(1e-10);
});

describe('known cases', () => {
  test('samples at the zeros of a Chebyshev polynomial give √2 T_k', () => {
    const zeros = Array.from({ length: 40 }, (_, j) => Math.cos(((j + 0.5) * Math.PI) / 40));
    for (const angle of [0, 0.3, 1, 2, 3]) {
      const { values } = polynomialsAt(apc(zeros, 20), Math.cos(angle));
      values.forEach((value, k) => close(value, k === 0 ? 1 : Math.SQRT2 * Math.cos(k * angle), 1e-12));
    }
  });

  test('equidistant samples give the discrete Chebyshev polynomials, with the recurrence that is known for them', () => {
    // On 0, ..., N - 1: α_k = (N - 1) / 2, β_k = (1 - (k / N)²) N² / (4 (4 - 1 / k²)); Gautschi (2004), chapter 1.
    const count = 30;
    const samples = Array.from({ length: count }, (_, i) => (2 * i) / (count - 1) - 1);
    const { scale, centre } = apc(samples, 20);
    for (let k = 1; k <= 20; k++) {
      const beta = ((1 - (k / count) ** 2) * count ** 2) / (4 * (4 - 1 / k ** 2)) / ((count - 1) / 2) ** 2;
      close(1 / scale[k - 1]! ** 2, beta, 1e-13);
      close(centre[k - 1]!, 0, 1e-14);
    }
  });

  test('many samples spread evenly give nearly the orthonormal Legendre polynomials', () => {
    const even = Array.from({ length: 20_000 }, (_, i) => (2 * i + 1) / 20_000 - 1);
    const legendre = polynomialsAt(orthonormalLegendre(8), 0.37).values;
    polynomialsAt(apc(even, 8), 0.37).values.forEach((value, k) => close(value, legendre[k]!, 1e-6));
  });

  test('by hand: for ξ = -1, 0, 1 they are 1, √(3/2) ξ and (3 ξ² - 2) / √2', () => {
    const rows = monomialCoefficients(apc([-1, 0, 1], 2));
    const expected = [
      [1, 0, 0],
      [0, Math.sqrt(1.5), 0],
      [-Math.SQRT2, 0, 3 / Math.SQRT2],
    ];
    rows.forEach((row, k) => row.forEach((entry, j) => close(entry, expected[k]![j]!, 1e-15)));
  });
});

test('the order of samples does not matter, their frequency does', () => {
  const samples = fc.uniqueArray(fc.integer({ min: -500, max: 500 }), { minLength: 6, maxLength: 40 });
  fc.assert(
    fc.property(samples, fc.nat(), (places, seed) => {
      const all = places.map((place) => place / 500);
      const shuffled = all
        .map((xi, k) => [uniform(seed, 0, k), xi] as const)
        .sort(([a], [b]) => a - b)
        .map(([, xi]) => xi);
      const [one, two] = [apc(all, 3), apc(shuffled, 3)];
      for (let k = 0; k < 3; k++) {
        close(two.scale[k]! / one.scale[k]!, 1, 1e-9);
        close(two.centre[k]!, one.centre[k]!, 1e-9);
      }
      expect(errorAt(all, 3)).toBeLessThan(1e-9);
    }),
    { seed: 8 },
  );
  expect(apc([-1, 0, 1], 1).centre[0]).toBe(0);
  expect(apc([-1, 0, 1, 1], 1).centre[0]).toBe(0.25);
});

describe('refused', () => {
  test.each([
    [
      'no more distinct samples than the degree',
      [0.1, 0.5, 0.5, 0.1],
      2,
      '2 distinct samples for polynomials up to degree 2 (at samples). Give 3 or more',
    ],
    ['no samples at all', [], 0, '0 distinct samples for polynomials up to degree 0'],
    ['a sample above 1', [0, 1.01], 1, 'the sample 1.01 (at samples[1]). Give ξ = 2η - 1, in [-1, 1].'],
    ['a sample that is no number', [0, NaN], 1, 'the sample NaN (at samples[1])'],
    ['a degree below 0', [0, 1], -1, 'a degree of -1 (at degree)'],
    [
      'samples that rounding cannot tell apart',
      Array.from({ length: 12 }, (_, i) => 0.5 * (-1) ** i + 1e-14 * i),
      6,
      'samples too close together for degree 6: orthonormal to',
    ],
  ])('%s', (_name, samples, degree, told) => {
    const error = errorOf(() => apc(samples, degree));
    expect(error.code).toBe('INPUT_INVALID');
    expect(error.message).toContain(told);
  });
});
