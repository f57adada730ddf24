import { type Vector, clip, descent, fixedStep, maxSteps, relax, steps, tangentNoise } from '@cfc/core';
import { isotropicNoise } from './isotropic-noise.js';
import type { Trap } from './landscapes.js';

/** In all directions; along the level set; the same, scaled by what the descent meets (stall, rotation of the gradient). */
export const KINDS = ['isotropic', 'tangent', 'tangent, automatic'] as const;
export type Kind = (typeof KINDS)[number];

/** What came of one search. */
export interface Search {
  /** 1 where descent from the last point ends below the trap, else 0. */
  readonly escaped: 0 | 1;
  /** Energy that the noise put in, per step. */
  readonly rise: number;
}

export const [STEPS, STEP] = [300, 0.02];

const explorers = {
  isotropic: (magnitude: number) => isotropicNoise({ magnitude }),
  tangent: (magnitude: number) => tangentNoise({ magnitude, decay: 1 }),
  'tangent, automatic': (magnitude: number) => tangentNoise({ magnitude, decay: 1, automatic: true }),
} as const satisfies Readonly<Record<Kind, unknown>>;

/** Descends with noise of the given length for some steps, from a poor minimum, and then without. */
export function search({ system, minimum }: Trap, kind: Kind, magnitude: number, seed: number): Search {
  const method = descent({ search: fixedStep({ step: STEP }), explore: explorers[kind](magnitude) });
  const gradient = new Float64Array(system.size);
  let at: Vector = minimum;
  let rise = 0;
  for (const { eta } of steps(system, minimum, { method, stop: maxSteps({ steps: STEPS }), seed })) {
    system.gradient(at, system.unit, gradient);
    const descended = at.map((x, i) => clip(x - STEP * gradient[i]!));
    rise += system.difference(descended, eta, system.unit);
    at = eta;
  }
  const below = system.difference(minimum, relax(system, at).vector, system.unit) < -1e-6;
  return { escaped: below ? 1 : 0, rise: rise / STEPS };
}
