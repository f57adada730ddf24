import { clip, normal, uniform } from '@cfc/core';

/** ξ in clusters of a width around evenly spread centres. */
export const clustered = (centres: number, width: number, count = 300, seed = 1): number[] =>
  Array.from({ length: count }, (_, i) => {
    const centre = -0.9 + (1.8 * ((i % centres) + 0.5)) / centres;
    return 2 * clip((centre + width * normal(seed, 0, i) + 1) / 2) - 1;
  });

/** ξ uniform in [-1, 1]. */
export const spread = (count = 300, seed = 1): number[] =>
  Array.from({ length: count }, (_, i) => 2 * uniform(seed, 0, i) - 1);
