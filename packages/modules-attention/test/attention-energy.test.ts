import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type EnergyTerms, attention, attentionEnergy, attentionOrder } from '../src/index.js';
import { complete } from './configurations.js';
import { references } from './reference.js';

test.each(references)('each term is that of SciPy: $name', ({ input, expected }) => {
  const seen = attention(input);
  for (const term of ['hopfield', 'sparsity', 'coherence'] as const) {
    expect(attentionEnergy(seen, { [term]: 1 })).toBeCloseTo(expected.energy[term], 13);
  }
});

test('the Hopfield energy of one key is half the squared distance, and that of a query at 0 half the longest key', () => {
  const one = attention({ queries: [[1, 2]], keys: [[4, -2]], temperature: 0.7 });
  expect(attentionEnergy(one)).toBeCloseTo(12.5, 13);
  const centre = attention({
    queries: [[0, 0]],
    keys: [
      [3, 4],
      [1, 1],
    ],
  });
  expect(attentionEnergy(centre)).toBeCloseTo(12.5, 13);
  expect(attentionOrder(centre)).toBe(0);
});

test('the Hopfield energy is never below 0, and at most 2 M² for queries no longer than the longest key', () => {
  fc.assert(
    fc.property(complete, (input) => {
      const seen = attention({ ...input, queries: input.keys, mask: undefined, before: undefined, after: undefined });
      const { rows, columns, data } = input.keys;
      const norms = Array.from({ length: rows }, (_, i) =>
        data.subarray(i * columns, (i + 1) * columns).reduce((sum, x) => sum + x * x, 0),
      );
      expect(attentionEnergy(attention(input))).toBeGreaterThanOrEqual(-1e-13);
      expect(attentionEnergy(seen)).toBeLessThanOrEqual(rows * 2 * Math.max(...norms) + 1e-13);
    }),
    { seed: 1 },
  );
});

test('terms add up by their weights, each no less than 0', () => {
  fc.assert(
    fc.property(complete, (input) => {
      const seen = attention(input);
      const each = (['hopfield', 'sparsity', 'coherence'] as const).map((term) => attentionEnergy(seen, { [term]: 1 }));
      const [hopfield, sparsity, coherence] = each as [number, number, number];
      const sum = 2 * hopfield - 3 * sparsity + 0.5 * coherence;
      expect(attentionEnergy(seen, { hopfield: 2, sparsity: -3, coherence: 0.5 })).toBeCloseTo(sum, 12);
      expect(Math.min(...each)).toBeGreaterThanOrEqual(-1e-13);
      expect(sparsity / input.queries.rows).toBeCloseTo(1 - attentionOrder(seen), 13);
    }),
    { seed: 2 },
  );
});

test('coherence is 0 where all values that are mixed agree, and a quarter of the squared gap between two', () => {
  const given = { queries: [[0]], keys: [[1], [-1]] };
  const coherence = (values: number[][]): number => attentionEnergy(attention({ ...given, values }), { coherence: 1 });
  expect(
    coherence([
      [5, 1],
      [5, 1],
    ]),
  ).toBe(0);
  expect(coherence([[0], [2]])).toBe(0.5);
});

test.each([
  ['a term that is no number', { sparsity: NaN }, 'OPTION_INVALID'],
  ['a term that nobody reads', { sparcity: 1 }, 'OPTION_UNKNOWN'],
  ['coherence without values', { coherence: 1 }, 'INPUT_INVALID'],
])('%s is refused', (_name, terms, code) => {
  const seen = attention({ queries: [[1]], keys: [[1]] });
  expect(() => attentionEnergy(seen, terms as EnergyTerms)).toThrow(code);
});
