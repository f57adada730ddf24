import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { apc, legendre, monomialCoefficients, polynomialEnergy, polynomialsAt } from '../src/index.js';
import { close } from './support/close.js';

interface Reference {
  readonly degree: number;
  readonly eta: number;
  readonly coefficients: readonly number[];
  readonly legendre: { readonly energy: number; readonly derivative: number; readonly values: readonly number[] };
  readonly samples: readonly number[];
  readonly apc: {
    readonly basis: readonly (readonly number[])[];
    readonly energy: number;
    readonly derivative: number;
  };
}

/* What the prototype computed, in Python: P_k as they are, derivatives by η, chaos with leading coefficients above 0. */
const references = JSON.parse(
  readFileSync(new URL('./fixtures/polynomials.json', import.meta.url), 'utf8'),
) as readonly Reference[];

test("the prototype's twenty cases are reproduced to 1e-12", () => {
  expect(references).toHaveLength(20);
  for (const { degree, eta, coefficients, legendre: expected, samples, apc: chaos } of references) {
    const { values } = polynomialsAt(legendre(degree), 2 * eta - 1);
    values.forEach((value, k) => close(value, expected.values[k]!, 1e-12));
    const { family, options } = polynomialEnergy({ coefficients });
    close(family.energy(eta, options, {}), expected.energy, 1e-12);
    close(family.slope(eta, options, {}), expected.derivative, 1e-12);

    monomialCoefficients(apc(samples, degree)).forEach((row, k) => {
      row.forEach((value, j) => close(value, chaos.basis[k]![j]!, 1e-12));
    });
    const own = polynomialEnergy({ coefficients, basis: 'apc', samples }).options;
    close(family.energy(eta, own, {}), chaos.energy, 1e-12);
    close(family.slope(eta, own, {}), chaos.derivative, 1e-12);
  }
});
