import { CfcError, defineModule, number } from '@cfc/core';

/** What the module reads its order parameter from. */
export interface SpecimenInput {
  readonly used: number;
  readonly of: number;
}

/**
 * How much of something is in use: F = strength (η - best)².
 *
 * Input `{ used, of }`: η = used / of, at most 1.
 * Options: `best` in [0, 1] (0.5), `strength` >= 0 (1). Reading throws `INPUT_INVALID`.
 *
 * @example
 * const north = specimenModule({ best: 0.8 });
 */
export const specimenModule = defineModule({
  name: 'SpecimenModule',
  meaning: 'how much of something is in use: strength (η - best)²; its input is { used, of }',
  options: {
    best: number(0.5, 'the share that suits it', { min: 0, max: 1 }),
    strength: number(1, 'how much it insists', { min: 0 }),
  },
  eta({ used, of }: SpecimenInput) {
    if (used >= 0 && used < Infinity && of > 0) return Math.min(1, used / of);
    throw new CfcError('INPUT_INVALID', `used is ${used}, of is ${of}`, '', 'Give used >= 0 and of > 0.');
  },
  energy: (eta, { best, strength }) => strength * (eta - best) ** 2,
  slope: (eta, { best, strength }) => 2 * strength * (eta - best),
  // The second derivative, and an upper bound of its size over [0, 1], which every stability limit rests on.
  curvature: (_eta, { strength }) => 2 * strength,
  bend: (_eta, { strength }) => 2 * strength,
  // F(to) - F(from) without cancellation: what it takes to converge below a gradient of about 1e-8.
  difference: (from, to, { best, strength }) => strength * (to - from) * (to - best + (from - best)),
});
