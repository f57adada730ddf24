import { dot } from '@cfc/core';
import { expect, test } from 'vitest';
import { gramOf } from '../../src/index.js';
import { times } from '../../src/gradients/matrix.js';
import { cagrad } from '../../src/gradients/methods/cagrad.js';
import { dualProj } from '../../src/gradients/methods/dual-proj.js';
import { mgda } from '../../src/gradients/methods/mgda.js';
import { upgrad } from '../../src/gradients/methods/upgrad.js';
import { randomGradients } from './random-matrices.js';

/** Gram matrix with a trace of 1, as the methods are handed it. */
function scaledGram(gradients: readonly Float64Array[]): Float64Array[] {
  const gram = gramOf(gradients);
  const trace = gram.reduce((sum, row, k) => sum + row[k]!, 0);
  return trace > 0 ? gram.map((row) => row.map((entry) => entry / trace)) : gram;
}

test('the gap is at most 1e-9 on each of 10,000 random matrices of up to 12 gradients, by every method', () => {
  let [mgdaMost, cagradMost, upgradMost, dualProjMost] = [0, 0, 0, 0];
  for (let n = 0; n < 10_000; n++) {
    const gram = scaledGram(randomGradients(n));
    mgdaMost = Math.max(mgdaMost, mgda(gram).gap);
    cagradMost = Math.max(cagradMost, cagrad(gram, [0.5, 0.05, 0.95, 2][n % 4]!).gap);
    upgradMost = Math.max(upgradMost, upgrad(gram).gap);
    dualProjMost = Math.max(dualProjMost, dualProj(gram).gap);
  }
  expect({ mgdaMost, cagradMost, upgradMost, dualProjMost }).toSatisfy((most: Record<string, number>) =>
    Object.values(most).every((gap) => gap <= 1e-9),
  );
});

test('a gap says what it says: nobody finds less where it is small', () => {
  // On the way from the point found to any vertex of the simplex nothing is less by more than the gap.
  for (let n = 0; n < 300; n++) {
    const gram = scaledGram(randomGradients(n, 5));
    const size = gram.length;
    const found = mgda(gram);
    const least = dot(found.coefficients, times(gram, found.coefficients)) / 2;
    const alive = gram.map((row, k) => row[k]! > 0);
    const inside = alive.filter(Boolean).length;
    if (inside === 0) continue;
    for (let k = 0; k < size; k++) {
      if (!alive[k]) continue;
      for (const share of [0, 0.01, 0.1, 0.5, 1]) {
        const w = found.coefficients.map((entry, i) => (1 - share) * entry + (i === k ? share : 0));
        expect(dot(w, times(gram, w)) / 2).toBeGreaterThanOrEqual(least - found.gap - 1e-15);
      }
    }
  }
});

test('directions of UPGrad and DualProj conflict with no gradient; those of MGDA neither', () => {
  for (let n = 0; n < 2_000; n++) {
    const gram = scaledGram(randomGradients(n));
    for (const [name, { coefficients }] of [
      ['upgrad', upgrad(gram)],
      ['dualproj', dualProj(gram)],
      ['mgda', mgda(gram)],
    ] as const) {
      const products = times(gram, coefficients);
      products.forEach((product, k) =>
        expect(product, `${name} on ${n}`).toBeGreaterThanOrEqual(-1e-8 * Math.sqrt(gram[k]![k]!)),
      );
    }
  }
});

test('CAGrad stays within its ball and serves the worst-off gradient better than the mean does', () => {
  for (let n = 0; n < 2_000; n++) {
    const gram = scaledGram(randomGradients(n));
    const alive = gram.flatMap((row, k) => (row[k]! > 0 ? [k] : []));
    const mean = Float64Array.from(gram, (row, k) => (row[k]! > 0 ? 1 / alive.length : 0));
    const { coefficients, stationary } = cagrad(gram, 0.5);
    const away = coefficients.map((entry, k) => entry - mean[k]!);
    const square = dot(away, times(gram, away));
    const bound = 0.25 * dot(mean, times(gram, mean));
    expect(square).toBeLessThanOrEqual(bound * (1 + 1e-6) + 1e-18);
    if (!stationary) expect(square).toBeGreaterThanOrEqual(bound * (1 - 1e-4) - 1e-18);
    const worst = (x: Float64Array): number => Math.min(...alive.map((k) => times(gram, x)[k]!));
    if (alive.length > 0) expect(worst(coefficients)).toBeGreaterThanOrEqual(worst(mean) - 1e-12);
  }
});
