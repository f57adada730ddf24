import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attention, attentionEnergy, attentionGradient, attentionOrder, weightMatrix } from '../src/index.js';
import { complete } from './configurations.js';
import { distance, references } from './reference.js';

test.each(references)('weights, output and order are those of SciPy: $name', ({ input, expected }) => {
  const seen = attention(input);
  expect(distance(weightMatrix(seen).data, expected.weights)).toBeLessThan(1e-14);
  expect(distance(seen.output!.data, expected.output)).toBeLessThan(1e-14);
  expect(attentionOrder(seen)).toBeCloseTo(expected.order, 14);
});

test('the weights of a query are a distribution over the keys that it sees, and ln A is their logarithm', () => {
  fc.assert(
    fc.property(complete, (input) => {
      const { start, weights, logWeights } = attention(input);
      for (let i = 0; i + 1 < start.length; i++) {
        const own = weights.slice(start[i], start[i + 1]);
        expect(own.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 14);
      }
      weights.forEach((weight, e) => expect(Math.exp(logWeights[e]!)).toBeCloseTo(weight, 14));
    }),
    { seed: 1 },
  );
});

test('a vector added to every key changes no weight, since a query gains the same score everywhere', () => {
  fc.assert(
    fc.property(complete, fc.double({ min: -3, max: 3, noNaN: true }), (input, by) => {
      const moved = { ...input.keys, data: input.keys.data.map((x) => x + by) };
      const [before, after] = [attention(input), attention({ ...input, keys: moved })];
      before.weights.forEach((weight, e) => expect(after.weights[e]).toBeCloseTo(weight, 12));
    }),
    { seed: 2 },
  );
});

test('attention over rows of lists is that over one block', () => {
  fc.assert(
    fc.property(complete, (input) => {
      const listed = ({ rows, columns, data }: typeof input.keys): number[][] =>
        Array.from({ length: rows }, (_, i) => [...data.subarray(i * columns, (i + 1) * columns)]);
      const { queries, keys, values } = input;
      const lists = { ...input, queries: listed(queries), keys: listed(keys), values: listed(values) };
      expect(attention(lists)).toEqual(attention(input));
    }),
    { seed: 3 },
  );
});

describe('windows and masks', () => {
  const points = [[0], [1], [2], [3]];
  const keysOf = (given: object, queries = points): number[][] => {
    const { start, key } = attention({ queries, keys: points, ...given });
    return queries.map((_, i) => [...key.subarray(start[i], start[i + 1])]);
  };

  test('a window shows the places around a query, cut off at the ends', () => {
    expect(keysOf({})).toEqual([0, 1, 2, 3].map(() => [0, 1, 2, 3]));
    expect(keysOf({ before: 1, after: 1 })).toEqual([
      [0, 1],
      [0, 1, 2],
      [1, 2, 3],
      [2, 3],
    ]);
    expect(keysOf({ after: 0 })).toEqual([[0], [0, 1], [0, 1, 2], [0, 1, 2, 3]]);
    expect(keysOf({ before: 0, after: 2 }, [[5], [6]])).toEqual([
      [0, 1, 2],
      [1, 2, 3],
    ]);
    expect(keysOf({ before: 9, after: 9 })).toEqual(keysOf({}));
  });

  test('a mask hides keys inside the window too, given as rows of flags or as one block', () => {
    const mask = [
      [1, 1, 0, 0],
      [true, false, true, false],
      [0, 0, 1, 1],
      [1, 0, 0, 1],
    ] as const;
    expect(keysOf({ mask })).toEqual([
      [0, 1],
      [0, 2],
      [2, 3],
      [0, 3],
    ]);
    expect(keysOf({ mask: Uint8Array.from(mask.flat().map(Number)) })).toEqual(keysOf({ mask }));
    expect(keysOf({ mask, after: 0 })).toEqual([[0], [0], [2], [0, 3]]);
  });

  test('a window gives the same bits as the mask that shows the same keys', () => {
    fc.assert(
      fc.property(complete, fc.nat(6), (input, width) => {
        const { queries, keys } = input;
        const shown = Uint8Array.from({ length: queries.rows * keys.rows }, (_, at) =>
          Math.abs(Math.floor(at / keys.rows) - (at % keys.rows)) <= width ? 1 : 0,
        );
        fc.pre(queries.rows <= keys.rows + width);
        const bare = { queries, keys, values: input.values };
        const window = attention({ ...bare, before: width, after: width });
        expect(window).toEqual(attention({ ...bare, mask: shown }));
      }),
      { seed: 4 },
    );
  });

  test('values and keys that a query does not see do not act on it', () => {
    const seen = attention({ queries: [[1], [1]], keys: [[1], [1e9]], values: [[3], [1e9]], after: 0 });
    expect(seen.output!.data[0]).toBe(3);
  });
});

describe('scores of any size', () => {
  test('of ± 10⁴ and ± 10⁸ neither overflow nor vanish', () => {
    for (const size of [1e4, 1e8]) {
      const input = { queries: [[1]], keys: [[size], [size - 1], [-size]], values: [[1], [2], [3]] };
      const seen = attention(input);
      const second = Math.exp(-1) / (1 + Math.exp(-1));
      expect(seen.weights[1]).toBeCloseTo(second, 15);
      expect(seen.weights[2]).toBe(0);
      expect(seen.logWeights[2]! + 2 * size).toBeCloseTo(-Math.log1p(Math.exp(-1)), 7);
      expect(seen.logSumExp[0]! - size).toBeCloseTo(Math.log1p(Math.exp(-1)), 7);
      const gradient = attentionGradient(seen, { hopfield: 1, sparsity: 1, coherence: 1 });
      const numbers = [attentionEnergy(seen), attentionOrder(seen), ...gradient.queries.data, ...gradient.keys.data];
      expect(numbers.every(Number.isFinite)).toBe(true);
    }
  });

  test('that decide all but e^-40 keep the entropy to full relative accuracy', () => {
    const seen = attention({ queries: [[1]], keys: [[40], [0]] });
    const rest = Math.exp(-40);
    expect(seen.entropies[0]! / (rest * 41)).toBeCloseTo(1, 12);
  });
});
