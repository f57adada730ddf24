import { describe, test } from 'vitest';
import {
  admm,
  auto,
  backtracking,
  coordinate,
  descent,
  fista,
  fixedStep,
  gaussSeidel,
  normalise,
  precondition,
  projectedLbfgs,
  projectedNewton,
  proximal,
  spectralProjectedGradient,
  stabilityLimit,
  switching,
} from '../src/index.js';
import { checkMethod } from '../src/testing/index.js';

const search = backtracking({ initial: 1, tries: 40 });

/** How far above the minimum each method may end: splitting has a fixed point of its own, of order tau. */
const methods = {
  'descent with a fixed step': [descent({ search: fixedStep({ step: 0.2 }) }), 1e-9],
  'descent with backtracking': [descent({ search }), 1e-9],
  'normalised descent with backtracking': [descent({ search, transforms: [normalise()] }), 1e-9],
  'preconditioned descent': [descent({ search: fixedStep({ step: 1 }), transforms: [precondition()] }), 1e-9],
  'descent at the stability limit': [descent({ search: fixedStep({ step: 10 }), limit: stabilityLimit() }), 1e-9],
  'coordinate descent': [coordinate({ step: 0.2 }), 1e-9],
  'proximal pairs': [proximal({ tau: 0.01 }), 1e-3],
  'proximal stars': [proximal({ tau: 0.01, blocks: 'star' }), 2e-3],
  admm: [admm(), 1e-6],
  auto: [auto(), 1e-12],
  'projected Newton': [projectedNewton(), 1e-12],
  fista: [fista(), 1e-12],
  'spectral projected gradient': [spectralProjectedGradient(), 1e-12],
  'projected L-BFGS': [projectedLbfgs(), 1e-12],
  'Gauss-Seidel': [gaussSeidel(), 1e-12],
  switching: [switching({ burst: coordinate(), main: descent({ search }) }), 1e-9],
} as const;

describe('every method on every problem with a known minimum', () => {
  test.each(Object.entries(methods))('%s', (name, [method, gap]) => {
    checkMethod(name, method, { gap });
  });
});
