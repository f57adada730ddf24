import { expect, test } from 'vitest';
import { potential } from '../../src/index.js';
import { apart, cases } from '../support/reference.js';

test('there are 45 reference cases of 1 to 32 fields and two cusps', () => {
  expect(cases).toHaveLength(45);
  expect([...new Set(cases.map(({ n }) => n))]).toEqual([1, 2, 3, 5, 8, 16, 32]);
  expect(new Set(cases.map(({ parameters }) => parameters.d))).toEqual(new Set([1e-4, 1e-8]));
});

test.each(cases)('V and its derivatives are those computed with 50 digits: $id', (known) => {
  const V = potential(known.parameters);
  const phi = Float64Array.from(known.phi);
  expect(apart([V.value(phi)], [known.V])).toBeLessThan(1e-13);
  expect(apart(V.gradient(phi), known.gradient)).toBeLessThan(1e-13);
  expect(apart(V.hessian(phi), known.hessian.flat())).toBeLessThan(1e-13);
  expect(apart(V.product(phi, Float64Array.from(known.v)), known.hv)).toBeLessThan(1e-13);
});
