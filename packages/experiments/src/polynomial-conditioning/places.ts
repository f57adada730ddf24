import { normal, uniform } from '@cfc/core';
import type { Spread } from './cell.js';

const COUNT = 200;
/** Clusters of ξ = 2η - 1, and their standard deviation. */
const [CENTRE, WIDTH] = [0.8, 0.05];

/** ξ at which data are known. */
export function placesOf(spread: Spread, seed: number): readonly number[] {
  const place = (i: number): number =>
    spread === 'uniform' ? 2 * uniform(seed, 0, i) - 1 : (i % 2 === 0 ? -CENTRE : CENTRE) + WIDTH * normal(seed, 0, i);
  return Object.freeze(Array.from({ length: COUNT }, (_, i) => Math.max(-1, Math.min(1, place(i)))));
}

/** Coefficients drawn from a normal distribution; `draw` tells several from each other. */
export const drawnCoefficients = (degree: number, seed: number, draw: number): number[] =>
  Array.from({ length: degree + 1 }, (_, k) => normal(seed, 1 + draw, k));
