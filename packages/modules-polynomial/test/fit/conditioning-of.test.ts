import { describe, expect, test } from 'vitest';
import { apc, conditioningOf, etaMonomial, legendre, monomial, orthonormalLegendre } from '../../src/index.js';
import { close } from '../support/close.js';
import { errorOf } from '../support/errors.js';
import { clustered, spread } from '../support/samples.js';

test('chaos is perfectly conditioned on its own samples, wherever they cluster', () => {
  for (const samples of [spread(), clustered(3, 0.05), clustered(2, 0.02)]) {
    const { design, gram, orthonormality } = conditioningOf(apc(samples, 12), samples);
    close(design, 1, 1e-12);
    close(gram, 1, 1e-12);
    expect(orthonormality).toBeLessThan(1e-10);
  }
});

test("the Gram matrix of monomials of η for η uniform is Hilbert's, whose condition is known", () => {
  // Of order 3, 4 and 5: 524.0567775860608, 15513.73873892924, 476607.2502422687 (Golub and Van Loan; Matlab's cond(hilb(n))).
  const even = Array.from({ length: 40_000 }, (_, i) => (2 * i + 1) / 40_000 - 1);
  for (const [degree, known] of [
    [2, 524.0567775860608],
    [3, 15513.73873892924],
    [4, 476607.2502422687],
  ] as const) {
    expect(Math.abs(conditioningOf(etaMonomial(degree), even).gram / known - 1)).toBeLessThan(1e-4);
  }
});

describe('by hand', () => {
  test('two samples ±1/2: columns 1 and ξ have the sizes 1 and 1/2', () => {
    expect(conditioningOf(monomial(1), [-0.5, 0.5])).toEqual({
      design: expect.closeTo(2, 14) as number,
      gram: expect.closeTo(4, 13) as number,
      largest: expect.closeTo(1, 14) as number,
      orthonormality: 0.75,
    });
  });
});

test('at degree 12 monomials of η are far worse than those of ξ, and these than Legendre polynomials', () => {
  const samples = spread(1000);
  const of = [etaMonomial(12), monomial(12), orthonormalLegendre(12)].map(
    (basis) => conditioningOf(basis, samples).design,
  );
  expect(of[0]!).toBeGreaterThan(1e3 * of[1]!);
  expect(of[1]!).toBeGreaterThan(1e2 * of[2]!);
  expect(of[2]!).toBeLessThan(2);
});

test('samples that determine nothing are refused', () => {
  expect(errorOf(() => conditioningOf(legendre(2), [0, 0.5])).what).toContain('2 distinct samples');
  expect(errorOf(() => conditioningOf(legendre(1), [0, 2])).where).toBe('samples[1]');
});
