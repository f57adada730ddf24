import { normal } from '@cfc/core';
import { describe, expect, test } from 'vitest';
import { cholesky, choleskySolve } from '../../src/linear/cholesky.js';
import { gradedValues, symmetricValues } from '../../src/linear/eigenvalues.js';
import { jacobiEigen } from '../../src/linear/jacobi.js';
import { woodburySolve } from '../../src/linear/woodbury.js';

const sizes = [1, 2, 3, 4, 5, 8, 13, 32];

/** A random symmetric matrix, n · n by rows. */
function symmetric(n: number, seed: number): Float64Array {
  const A = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) A[i * n + j] = A[j * n + i] = normal(seed, i, j);
  return A;
}

const times = (A: Float64Array, n: number, x: Float64Array): Float64Array =>
  x.map((_, i) => x.reduce((sum, entry, j) => sum + A[i * n + j]! * entry, 0));

const worst = (a: Float64Array, b: Float64Array): number => Math.max(...a.map((x, i) => Math.abs(x - b[i]!)));

describe('Cholesky', () => {
  test.each(sizes)('solves positive definite systems of %i rows', (n) => {
    for (let seed = 0; seed < 10; seed++) {
      const A = symmetric(n, seed);
      const [out, b] = [new Float64Array(n * n), Float64Array.from({ length: n }, (_, i) => normal(seed, 100, i))];
      const x = b.slice();
      expect(cholesky(A, n, 3 * n, out)).toBe(true);
      choleskySolve(out, n, x);
      const image = times(A, n, x).map((y, i) => y + 3 * n * x[i]!);
      expect(worst(image, b)).toBeLessThan(1e-12);
    }
  });

  test.each(sizes)('knows positive definite matrices of %i rows from others, by their lowest eigenvalue', (n) => {
    for (let seed = 0; seed < 10; seed++) {
      const A = symmetric(n, seed);
      const lowest = jacobiEigen(A.slice(), n).values[0]!;
      const out = new Float64Array(n * n);
      expect(cholesky(A, n, -lowest + 1e-9, out)).toBe(true);
      expect(cholesky(A, n, -lowest - 1e-9, out)).toBe(false);
      expect(
        cholesky(
          A.map(() => 0),
          n,
          0,
          out,
        ),
      ).toBe(false);
      expect(
        cholesky(
          A.map(() => NaN),
          n,
          0,
          out,
        ),
      ).toBe(false);
    }
  });
});

describe('Woodbury', () => {
  test.each(sizes)('gives what Cholesky gives, and the same verdict, for %i rows', (n) => {
    const seen = new Set<number>();
    for (let seed = 0; seed < 60; seed++) {
      const vector = (row: number) => Float64Array.from({ length: n }, (_, i) => normal(seed, row, i));
      const [diagonal, phi, u, b] = [vector(0).map((x) => 0.5 + x * x), vector(1), vector(2), vector(3)];
      const [up, down, shift] = [0.7, seed % 3, 0.1];
      const A = new Float64Array(n * n);
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < n; j++) A[i * n + j] = up * phi[i]! * phi[j]! - down * u[i]! * u[j]!;
        A[i * n + i] = A[i * n + i]! + diagonal[i]!;
      }
      const [factor, x, y] = [new Float64Array(n * n), b.slice(), b.slice()];
      const definite = cholesky(A, n, shift, factor);
      const verdict = woodburySolve(diagonal, shift, up, phi, down, u, x);
      seen.add(verdict);
      expect(verdict).toBe(definite ? 1 : 0);
      if (!definite) continue;
      choleskySolve(factor, n, y);
      expect(worst(x, y)).toBeLessThan(1e-9 * (1 + Math.max(...y.map(Math.abs))));
    }
    expect(seen).toEqual(new Set([0, 1]));
  });

  test('leaves diagonals that are not above 0 to others', () => {
    const one = Float64Array.of(1);
    expect(woodburySolve(Float64Array.of(-1), 1, 5, one, 0, one, one.slice())).toBe(-1);
  });
});

describe('eigenvalues', () => {
  test.each(sizes)('QL and Jacobi agree for %i rows', (n) => {
    for (let seed = 0; seed < 10; seed++) {
      const A = symmetric(n, seed);
      const out = new Float64Array(n);
      expect(symmetricValues(A.slice(), n, out)).toBe(true);
      expect(worst(out, jacobiEigen(A.slice(), n).values)).toBeLessThan(1e-13 * n);
    }
  });

  test.each(sizes)('those of a reflected diagonal of %i rows are its entries, and Jacobi gives their vectors', (n) => {
    const v = Float64Array.from({ length: n }, (_, i) => normal(5, 0, i));
    const square = v.reduce((sum, x) => sum + x * x, 0);
    const known = Float64Array.from({ length: n }, (_, i) => (i - 2) * (i < 3 ? 1e-3 : 1)).sort();
    const entry = (i: number, k: number): number => Number(i === k) - (2 * v[i]! * v[k]!) / square;
    const A = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) for (let k = 0; k < n; k++) A[i * n + j]! += known[k]! * entry(i, k) * entry(j, k);
    }
    const out = new Float64Array(n);
    symmetricValues(A.slice(), n, out);
    expect(worst(out, known)).toBeLessThan(1e-13 * n);
    const { values, vectors } = jacobiEigen(A.slice(), n);
    expect(worst(values, known)).toBeLessThan(1e-13 * n);
    vectors.forEach((vector, k) =>
      expect(
        worst(
          times(A, n, vector),
          vector.map((x) => x * values[k]!),
        ),
      ).toBeLessThan(1e-13 * n),
    );
  });

  test('a diagonal matrix is sorted; numbers that are not finite are told', () => {
    const out = new Float64Array(3);
    expect(symmetricValues(Float64Array.of(3, 0, 0, 0, -1, 0, 0, 0, 2), 3, out)).toBe(true);
    expect([...out]).toEqual([-1, 2, 3]);
    expect(symmetricValues(Float64Array.of(3, 0, 0, NaN, -1, 0, 1, 2, 2), 3, out)).toBe(false);
  });

  test('small eigenvalues next to cusps keep their digits, which plain QL loses', () => {
    const n = 4;
    const exact = [2 - Math.SQRT2, 2 + Math.SQRT2];
    const high = 1e12;
    // Two fields coupled by √2, two on cusps; coupled to the others by ε, they shift these by ε² / 10¹² = 10⁻¹².
    const A = new Float64Array(n * n);
    A.set([2, Math.SQRT2, 1, 1, Math.SQRT2, 2, 1, -1, 1, 1, high, 1, 1, -1, 1, 2 * high]);
    const [graded, plain] = [new Float64Array(n), new Float64Array(n)];
    gradedValues(A.slice(), n, 1e4, graded);
    symmetricValues(A.slice(), n, plain);
    exact.forEach((value, i) => expect(Math.abs(graded[i]! - value)).toBeLessThan(1e-11));
    expect(Math.abs(plain[0]! - exact[0]!)).toBeGreaterThan(1e-7);
    expect(graded[2]! / high).toBeCloseTo(1, 12);
    expect(graded[3]! / high).toBeCloseTo(2, 12);
  });
});
