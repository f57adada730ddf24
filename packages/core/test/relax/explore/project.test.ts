import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dot, norm, projectEuclidean, projectMetric } from '../../../src/index.js';
import references from '../../fixtures/noise-projection.json' with { type: 'json' };
import { holds, real } from '../../support/property.js';

test('projections are those of the prototype', () => {
  expect(references).toHaveLength(20);
  for (const { noise, gradient, euclidean, metricDiagonal, metric } of references) {
    const [z, g, m] = [noise, gradient, metricDiagonal].map((list) => Float64Array.from(list)) as [V, V, V];
    near(projectEuclidean(z, g), euclidean);
    near(projectMetric(z, g, m), metric);
  }
});

type V = Float64Array;
const vectors = fc.integer({ min: 1, max: 8 }).chain((size) => {
  const entries = (min: number, max: number) =>
    fc.array(real(min, max), { minLength: size, maxLength: size }).map((list) => Float64Array.from(list));
  return fc.tuple(entries(-2, 2), entries(-2, 2), entries(0.01, 4));
});

test('what is left has no component along the direction, in either metric', () => {
  holds(
    fc.property(vectors, ([noise, direction, metric]) => {
      const scale = 1e-14 * 4 * noise.length * (1 + norm(noise) * norm(direction));
      const moves = norm(direction) > 0;
      expect(Math.abs(dot(projectEuclidean(noise, direction), direction))).toBeLessThanOrEqual(moves ? scale : 0);
      const lowered = direction.map((entry, i) => metric[i]! * entry);
      const condition = 4 / 0.01;
      expect(Math.abs(dot(projectMetric(noise, direction, metric), lowered))).toBeLessThanOrEqual(condition * scale);
    }),
  );
});

test('a direction of length 0 takes nothing away', () => {
  const noise = Float64Array.of(0.3, -1);
  expect(projectEuclidean(noise, Float64Array.of(0, 0))).toEqual(noise);
  expect(projectMetric(noise, Float64Array.of(0, 0), Float64Array.of(1, 2))).toEqual(noise);
});

function near(actual: Readonly<Float64Array>, expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, k) => expect(Math.abs(actual[k]! - value)).toBeLessThanOrEqual(1e-12));
}
