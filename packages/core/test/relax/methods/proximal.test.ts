import { expect, test } from 'vitest';
import { compile, defineSystem, landau, maxSteps, proximal, quadratic, relax } from '../../../src/index.js';
import { errorOf } from '../../support/errors.js';
import { wave } from '../../support/wave.js';

const chain = compile(
  defineSystem({
    modules: { x: landau({ a: 1, b: 0 }), y: landau({ a: 0, b: 0 }), z: landau({ a: 0, b: 0 }) },
    couplings: [
      { use: quadratic(), between: ['x', 'y'] },
      { use: quadratic(), between: ['y', 'z'] },
    ],
  }),
);
const once = (blocks: 'pairs' | 'star'): number[] => {
  const plan = { method: proximal({ tau: 0.25, blocks }), stop: maxSteps({ steps: 1 }) };
  return [...relax(chain, Float64Array.of(0.8, 0.4, 0), plan).vector];
};
const close = (actual: number[], expected: number[]): void => {
  actual.forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 14));
};

test('a sweep of pairs by hand: local steps, then every coupling in the order of definition', () => {
  // x: 0.8 - 0.25 · 1.6 = 0.4. (0.4, 0.4) stays; of (0.4, 0) the difference shrinks by 1 / (1 + 4 · 0.25) = 1/2.
  close(once('pairs'), [0.4, 0.3, 0.1]);
});

test('a sweep of stars by hand: each module with its neighbours and the couplings among them', () => {
  // Star of x {x, y}: as above (0.4, 0.4, 0). Star of y {x, y, z}: x to 0.2; (0.2, 0.4) to (0.25, 0.35);
  // (0.35, 0) to (0.2625, 0.0875). Star of z {y, z}: (0.2625, 0.0875) to (0.21875, 0.13125).
  close(once('star'), [0.25, 0.21875, 0.13125]);
});

test('a fixed point of the splitting ends the run with a sentence', () => {
  const solution = relax(chain, Float64Array.of(0, 0, 0), { method: proximal() });
  expect(solution).toMatchObject({ outcome: 'refused', steps: 1 });
  expect(solution.reason).toBe('a sweep moves nothing any more: a fixed point of the splitting');
});

test('a coupling without a proximal operator is an error that names it, before any step', () => {
  const couplings = [{ use: wave(), between: ['x', 'y'] as const }];
  const system = compile(defineSystem({ modules: { x: landau(), y: landau() }, couplings }));
  const error = errorOf(() => relax(system, Float64Array.of(0, 1), { method: proximal() }));
  expect(error.code).toBe('CAPABILITY_MISSING');
  expect(error.message).toContain('WaveCoupling (needs "prox")');
});
