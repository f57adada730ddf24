import {
  backtracking,
  compile,
  defineSystem,
  descent,
  gradientBelow,
  landau,
  monotone,
  type Plan,
  quadratic,
  uniform,
} from '@cfc/core';
import { recorded } from '../../src/index.js';

/** Descent that halves its step. */
export const plan: Plan = {
  method: descent({ search: backtracking({ initial: 1, tries: 60 }) }),
  guard: monotone(),
  stop: gradientBelow({ norm: 1e-6 }),
};

const SIZE = 12;

/** A ring of modules with fields of their own, pulled together far harder than the fields pull them apart. */
export function chain(seed: number) {
  const random = (stream: number, k: number): number => uniform(seed, stream, k);
  const ids = Array.from({ length: SIZE }, (_, k) => `m${k}`);
  const system = compile(
    defineSystem({
      modules: Object.fromEntries(ids.map((id, k) => [id, landau({ a: 0.5, h: random(1, k) })])),
      couplings: ids.map((id, k) => ({
        use: quadratic({ weight: 1 + 2 * random(2, k) }),
        between: [id, ids[(k + 1) % SIZE]!] as const,
      })),
    }),
  );
  return { system, eta0: Float64Array.from(ids, (_, k) => 0.2 * random(3, k)) };
}

export const chainProblem = (seed: number, anneal = 16) => {
  const { system, eta0 } = chain(seed);
  return recorded(system, eta0, plan, { anneal });
};
