import { uniform } from '../numeric/random.js';

/** Places in [0, 1] where families are checked: the ends, the middle, and seeded random ones. */
export function places(count = 12): readonly number[] {
  return [0, 1, 0.5, 1e-3, 1 - 1e-3, ...Array.from({ length: count }, (_, k) => uniform(7, 0, k))];
}

/** Places away from the ends, for differences that must not leave the box. */
export function innerPlaces(count = 12): readonly number[] {
  return Array.from({ length: count }, (_, k) => 0.01 + 0.98 * uniform(11, 0, k));
}

/** Pairs in the whole box, its corners among them. */
export function boxPairs(): readonly (readonly [number, number])[] {
  return [[0, 0], [1, 1], [0, 1], [1, 0], ...pairs(places())];
}

/** Pairs away from the walls. */
export function innerPairs(): readonly (readonly [number, number])[] {
  return pairs(innerPlaces());
}

function pairs(points: readonly number[]): readonly (readonly [number, number])[] {
  return points.map((a, k) => [a, points[(3 * k + 1) % points.length]!]);
}
