import { defineExplore, norm, normal, number } from '@cfc/core';

/** The baseline of `TangentNoise`: the same normal numbers, scaled to the same length, in all directions. */
export const isotropicNoise = defineExplore({
  name: 'IsotropicNoise',
  meaning: 'noise in all directions alike',
  options: { magnitude: number(0.01, 'length of the noise vector', { min: 0 }) },
  make: ({ magnitude }) => ({
    init: () => null,
    noise({ system, seed, iteration }, _seen, state: null) {
      const raw = Float64Array.from({ length: system.size }, (_, i) => normal(seed, iteration, i));
      const size = norm(raw);
      return { add: raw.map((entry) => (magnitude * entry) / size), state, facts: { noise: magnitude } };
    },
  }),
});
