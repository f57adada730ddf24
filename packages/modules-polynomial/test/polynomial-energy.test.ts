import {
  type Options,
  compile,
  defineSystem,
  derivative,
  gradientBelow,
  moduleColumns,
  projectedNewton,
  quadratic,
  relax,
} from '@cfc/core';
import { checkModule } from '@cfc/core/testing';
import { describe, expect, test } from 'vitest';
import { polynomialEnergy } from '../src/index.js';
import { close } from './support/close.js';
import { errorOf } from './support/errors.js';
import { clustered, spread } from './support/samples.js';

const { family } = polynomialEnergy;
type PolynomialOptions = Options<(typeof polynomialEnergy)['fields']>;

const sets = [
  { coefficients: [0.7] },
  { coefficients: [0.1, -0.4] },
  { coefficients: [0, 0.2, 1] },
  { coefficients: [0.3, 0.2, -0.5, 0.1, 0.4], basis: 'legendre' },
  { coefficients: [0.3, 0.2, -0.5, 0.1, 0.4], basis: 'orthonormalLegendre' },
  { coefficients: [1, -2, 3, -4, 2], basis: 'monomial' },
  { coefficients: [0.2, 1, -2.5, 0, 1.5], basis: 'etaMonomial' },
  { coefficients: [0.1, 0.3, 0.2, 0.05], basis: 'apc', samples: spread(50) },
  { coefficients: [0, 0.1, 0.2, -0.1, 0.05], basis: 'apc', samples: clustered(2, 0.2) },
] as const;

test('PolynomialEnergyModule keeps its contract in every basis', () => {
  const { checks, leftOut } = checkModule(polynomialEnergy, { options: sets, inputs: [0, 0.25, 1] });
  expect(checks.map(({ name }) => name)).toContain('the packed loop gives what the scalar functions give');
  expect(checks).toHaveLength(8);
  expect(leftOut).toEqual([]);
});

test('in high degrees too: slope and curvature against differences, Legendre at degree 40', () => {
  const { options } = polynomialEnergy({ coefficients: Array.from({ length: 41 }, (_, k) => 1 / (1 + k) ** 2) });
  for (const eta of [0.1, 0.35, 0.5, 0.8]) {
    close(
      family.slope(eta, options, {}),
      derivative((x) => family.energy(x, options, {}), eta),
      1e-6,
    );
    close(
      family.curvature!(eta, options, {}),
      derivative((x) => family.slope(x, options, {}), eta),
      1e-5,
    );
  }
});

test('a relaxation ends at the minimum that is known: ηs of a quartic', () => {
  // (η - 0.3)² (η - 0.8)² + 0.1 (η - 0.3)² has its minimum, 0, at 0.3.
  const square = [0.09, -0.6, 1];
  const other = [0.64 + 0.1, -1.6, 1];
  const coefficients = new Array<number>(5).fill(0);
  square.forEach((a, i) => other.forEach((b, j) => (coefficients[i + j] = coefficients[i + j]! + a * b)));
  const modules = { only: polynomialEnergy({ coefficients, basis: 'etaMonomial' }) };
  const plan = { method: projectedNewton(), stop: gradientBelow({ norm: 1e-13 }) };
  const { outcome, eta } = relax(compile(defineSystem({ modules })), { only: 0.05 }, plan);
  expect(outcome).toBe('converged');
  close(eta.only!, 0.3, 1e-12);
});

test('runs converge far below where plain differences of energies are lost', () => {
  const system = compile(
    defineSystem({
      modules: {
        a: polynomialEnergy({ coefficients: [5, 0.3, 1, 0.2] }),
        b: polynomialEnergy({ coefficients: [3, -0.3, 0.8], basis: 'orthonormalLegendre' }),
      },
      couplings: [{ use: quadratic({ weight: 0.5 }), between: ['a', 'b'] }],
    }),
  );
  const { outcome } = relax(system, [0.9, 0.1], { method: projectedNewton(), stop: gradientBelow({ norm: 1e-13 }) });
  expect(outcome).toBe('converged');
});

test('columns give what objects give, with lists for each instance or for all', () => {
  const coefficients = sets.slice(7).map((set) => set.coefficients);
  const samples = sets.slice(7).map((set) => ('samples' in set ? set.samples : []));
  const modules = Object.fromEntries(sets.slice(7).map((set, k) => [`m${k}`, polynomialEnergy(set)]));
  const columns = [
    moduleColumns(polynomialEnergy, { count: 2, prefix: 'm', with: { coefficients, basis: 'apc', samples } }),
  ];
  const [one, two] = [compile(defineSystem({ modules })), compile(defineSystem({ modules: columns }))];
  const eta = Float64Array.of(0.2, 0.9);
  expect(two.energy(eta, two.unit)).toBe(one.energy(eta, one.unit));
  expect(two.rowBounds(eta, two.unit)).toEqual(one.rowBounds(eta, one.unit));
  const shared = [moduleColumns(polynomialEnergy, { count: 3, with: { coefficients: [0, 1, 2] } })];
  const system = compile(defineSystem({ modules: shared }));
  const { options } = polynomialEnergy({ coefficients: [0, 1, 2] });
  close(system.energy(Float64Array.of(0.5, 0.5, 0.5), system.unit), 3 * family.energy(0.5, options, {}), 1e-15);
});

test('one list of coefficients under several bases is several polynomials', () => {
  const coefficients = Object.freeze([0, 0, 1]);
  const energy = (options: PolynomialOptions): number => family.energy(1, options, {});
  const two = Object.freeze([-1, 0, 1]);
  const three = Object.freeze([-1, -0.5, 0.5, 1]);
  expect(energy(polynomialEnergy({ coefficients }).options)).toBe(1);
  close(energy(polynomialEnergy({ coefficients, basis: 'orthonormalLegendre' }).options), Math.sqrt(5), 1e-15);
  close(energy(polynomialEnergy({ coefficients, basis: 'apc', samples: two }).options), Math.SQRT1_2, 1e-15);
  expect(energy(polynomialEnergy({ coefficients, basis: 'apc', samples: three }).options)).toBeCloseTo(1, 12);
  close(energy(polynomialEnergy({ coefficients, basis: 'apc', samples: two }).options), Math.SQRT1_2, 1e-15);
});

describe('refused when the module is made', () => {
  const made = (options: object) => () => polynomialEnergy(options as never);
  test.each([
    ['no coefficients', {}, 'the option "coefficients" is needed'],
    [
      'an empty list, a degree below 0',
      { coefficients: [] },
      'a list of 0 is not a list of 1 or more numbers (at PolynomialEnergyModule.coefficients)',
    ],
    [
      'a coefficient that is not finite',
      { coefficients: [1, Infinity] },
      'Infinity is not a finite number (at PolynomialEnergyModule.coefficients[1])',
    ],
    [
      'a basis that is none',
      { coefficients: [1], basis: 'chebyshev' },
      '"chebyshev" is not one of legendre, orthonormalLegendre, monomial, etaMonomial, apc',
    ],
    [
      'chaos of too few samples',
      { coefficients: [1, 2, 3], basis: 'apc', samples: [0.5, 0.5, 0.2] },
      '2 distinct samples for polynomials up to degree 2 (at PolynomialEnergyModule.samples). Give 3 or more',
    ],
    ['chaos of no samples', { coefficients: [1], basis: 'apc' }, '0 distinct samples'],
    [
      'a sample below -1',
      { coefficients: [1], basis: 'apc', samples: [-2] },
      '-2 is not a finite number >= -1 and <= 1 (at PolynomialEnergyModule.samples[0])',
    ],
    [
      'samples that nobody reads',
      { coefficients: [1, 2], samples: [0, 1] },
      'the basis legendre reads no samples (at PolynomialEnergyModule.samples). Leave them out, or take the basis apc.',
    ],
  ])('%s', (_name, options, told) => {
    const error = errorOf(made(options));
    expect(error.code).toBe('OPTION_INVALID');
    expect(error.message).toContain(told);
  });

  test('in columns with the index of the instance', () => {
    const given = { count: 2, with: { coefficients: [[1], [1, 2, 3]], basis: 'apc' as const, samples: [0, 1] } };
    expect(errorOf(() => moduleColumns(polynomialEnergy, given)).where).toBe('PolynomialEnergyModule[1].samples');
  });

  test('and an input outside of [0, 1] when it is read', () => {
    const { options } = polynomialEnergy({ coefficients: [1] });
    for (const input of [-0.1, 1.1, NaN]) {
      expect(errorOf(() => family.eta(input, options)).code).toBe('INPUT_INVALID');
    }
  });
});
