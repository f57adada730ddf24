import { describe, expect, test } from 'vitest';
import { compile, defaultPlan, fista, gradientBelow, monotone, projectedLbfgs, relax } from '../../src/index.js';
import { projectedNorm } from '../../src/numeric/vector.js';
import { kinds, large } from '../support/large.js';

const cases = [1_000, 10_000, 100_000].flatMap((size) =>
  kinds.flatMap((kind) => (size > 10_000 ? [1] : [1, 2, 3]).map((seed) => [size, kind, seed] as const)),
);

describe('the default plan', () => {
  test.each(cases)(
    'reaches 1e-9 at n = %i, %s, seed %i, and no accepted step raises the energy',
    (size, kind, seed) => {
      const { source, eta0 } = large(size, kind, seed);
      const system = compile(source);
      const changes: number[] = [];
      const solution = relax(system, eta0, { ...defaultPlan, observers: [({ change }) => changes.push(change)] });
      expect(solution.outcome).toBe('converged');
      const gradient = new Float64Array(size);
      system.gradient(solution.vector, system.unit, gradient);
      expect(projectedNorm(solution.vector, gradient)).toBeLessThanOrEqual(1e-9);
      expect(Math.max(...changes)).toBeLessThanOrEqual(0);
    },
  );
});

test.each([
  [1_000, 'convex'],
  [10_000, 'convex'],
  [1_000, 'stiff'],
] as const)('methods that share nothing end at the same minimum at n = %i, %s', (size, kind) => {
  const { source, eta0 } = large(size, kind, 4);
  const system = compile(source);
  const energies = [defaultPlan.method, fista(), projectedLbfgs()].map((method) => {
    const solution = relax(system, eta0, { method, guard: monotone(), stop: gradientBelow({ norm: 1e-9 }) });
    expect(solution.outcome).toBe('converged');
    return solution.unitEnergy;
  });
  for (const energy of energies)
    expect(Math.abs(energy - energies[0]!)).toBeLessThanOrEqual(1e-12 * Math.abs(energies[0]!));
});
