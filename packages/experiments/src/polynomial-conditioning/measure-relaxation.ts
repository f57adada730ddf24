import {
  type Solution,
  anyOf,
  backtracking,
  compile,
  couplingColumns,
  defineSystem,
  descent,
  gradientBelow,
  maxSteps,
  moduleColumns,
  monotone,
  quadratic,
  relax,
  uniform,
} from '@cfc/core';
import {
  type Basis,
  type BasisName,
  basisOf,
  convert,
  curvatureBound,
  orthonormalLegendre,
  polynomialEnergy,
  series,
} from '@cfc/modules-polynomial';
import { type Cell, type Found, basisNames } from './cell.js';
import { drawnCoefficients, placesOf } from './places.js';

/** Modules in a ring, each coupled to the next. */
const SIZE = 24;
const WEIGHT = 0.5;

/** Relaxes a ring of polynomial energies in every basis, by plain descent, and counts what its search tries in vain. */
export function measureRelaxation({ part, spread, degree, seed }: Cell): Found[] {
  const samples = placesOf(spread, seed);
  const runs = basisNames.map((name) => {
    const basis = basisOf(name, degree, samples);
    const energies = Array.from({ length: SIZE }, (_, i) => energyOf(part, basis, seed, i));
    const bend = energies.reduce((sum, one) => sum + 4 * curvatureBound(series(basis, one)), 0) / SIZE;
    return { name, bend, ...relaxed(name, energies, name === 'apc' ? samples : [], seed) };
  });
  const known = runs.find(({ name }) => name === 'orthonormalLegendre')!.solution.vector;
  return runs.map(({ name, bend, solution, backtracks }) => ({
    part,
    spread,
    degree,
    seed,
    basis: name,
    condition: null,
    orthonormality: null,
    rounding: null,
    noisy: null,
    prediction: null,
    steps: solution.steps,
    backtracks,
    distance: part === 'same' ? Math.max(...solution.vector.map((eta, i) => Math.abs(eta - known[i]!))) : null,
    bend,
  }));
}

/** Coefficients of the energy of module i: one function written in this basis, or drawn in it. */
function energyOf(part: Cell['part'], basis: Basis, seed: number, i: number): readonly number[] {
  const drawn = drawnCoefficients(basis.degree, seed, i);
  const legendre = orthonormalLegendre(basis.degree);
  if (part === 'same') return convert(series(legendre, drawn), basis).coefficients;
  if (part === 'drawn') return drawn;
  // In orthonormal polynomials the root mean square of F about its mean, over η in [0, 1], is the length without c_0.
  const size = Math.hypot(...convert(series(basis, drawn), legendre).coefficients.slice(1));
  return drawn.map((value) => value / size);
}

function relaxed(
  basis: BasisName,
  coefficients: readonly (readonly number[])[],
  samples: readonly number[],
  seed: number,
): { readonly solution: Solution; readonly backtracks: number } {
  const a = Int32Array.from({ length: SIZE }, (_, i) => i);
  const system = defineSystem({
    modules: [moduleColumns(polynomialEnergy, { count: SIZE, with: { coefficients, basis, samples } })],
    couplings: [couplingColumns(quadratic, { a, b: a.map((i) => (i + 1) % SIZE), with: { weight: WEIGHT } })],
  });
  let backtracks = 0;
  const solution = relax(
    compile(system),
    Float64Array.from(a, (i) => uniform(seed, 100, i)),
    {
      method: descent({ search: backtracking({ tries: 40 }) }),
      guard: monotone(),
      stop: anyOf({ of: [gradientBelow({ norm: 1e-6 }), maxSteps({ steps: 2000 })] }),
      observers: [({ facts }) => (backtracks += facts['tries'] ?? 0)],
    },
  );
  return { solution, backtracks };
}
