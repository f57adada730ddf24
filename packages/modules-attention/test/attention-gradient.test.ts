import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Attention,
  type AttentionGradient,
  type EnergyTerms,
  type Matrix,
  attention,
  attentionEnergy,
  attentionGradient,
  attentionOrder,
  attentionOrderGradient,
} from '../src/index.js';
import { type Complete, complete, randomMatrix } from './configurations.js';
import { distance, references } from './reference.js';

const names = ['queries', 'keys', 'values'] as const;

describe.each(references)('automatic differentiation gives the same: $name', ({ input, expected }) => {
  const seen = attention(input);
  const terms: readonly (readonly [keyof typeof expected.gradient, AttentionGradient])[] = [
    ['hopfield', attentionGradient(seen)],
    ['sparsity', attentionGradient(seen, { sparsity: 1 })],
    ['coherence', attentionGradient(seen, { coherence: 1 })],
    ['output', attentionGradient(seen, {}, expected.direction)],
  ];
  test.each(terms)('%s', (term, gradient) => {
    for (const name of names) {
      expect(distance(gradient[name]!.data, expected.gradient[term][name]), name).toBeLessThan(1e-13);
    }
  });
});

/** The largest distance from central differences of fourth order, over the largest entry of the gradient (at least 1e-3). */
function relativeError(input: Complete, of: (seen: Attention) => number, gradient: AttentionGradient): number {
  const step = 1e-3;
  let [largest, worst] = [0, 0];
  for (const name of names) {
    const block: Matrix = input[name];
    const at = (k: number, by: number): number => {
      const data = block.data.slice();
      data[k] = data[k]! + by;
      return of(attention({ ...input, [name]: { ...block, data } }));
    };
    gradient[name]!.data.forEach((exact, k) => {
      const near = at(k, step) - at(k, -step);
      const far = at(k, 2 * step) - at(k, -2 * step);
      largest = Math.max(largest, Math.abs(exact));
      worst = Math.max(worst, Math.abs((8 * near - far) / (12 * step) - exact));
    });
  }
  return worst / Math.max(largest, 1e-3);
}

describe('central differences agree to 1e-7, relative, on random configurations', () => {
  const terms = fc.record({
    hopfield: fc.double({ min: -2, max: 2, noNaN: true }),
    sparsity: fc.double({ min: -2, max: 2, noNaN: true }),
    coherence: fc.double({ min: -2, max: 2, noNaN: true }),
  });
  /** Differences would jump from one longest key to another where two are as long to within the step. */
  const smooth = ({ keys }: Complete): boolean => {
    const norms = Array.from({ length: keys.rows }, (_, i) =>
      Math.hypot(...keys.data.subarray(i * keys.columns, (i + 1) * keys.columns)),
    ).sort((a, b) => a - b);
    return norms.every((length, i) => i === 0 || length - norms[i - 1]! > 0.01);
  };

  test.each([
    ['hopfield', { hopfield: 1 }],
    ['sparsity', { sparsity: 1 }],
    ['coherence', { coherence: 1 }],
  ])('the term %s alone', (_name, alone: EnergyTerms) => {
    fc.assert(
      fc.property(complete.filter(smooth), (input) => {
        const energy = (seen: Attention): number => attentionEnergy(seen, alone);
        expect(relativeError(input, energy, attentionGradient(attention(input), alone))).toBeLessThan(1e-7);
      }),
      { seed: 1 },
    );
  });

  test('all terms and the output at once', () => {
    fc.assert(
      fc.property(complete.filter(smooth), terms, fc.nat(), (input, mixed, seed) => {
        const handed = randomMatrix(input.queries.rows, input.values.columns, seed, 5);
        const total = (seen: Attention): number =>
          attentionEnergy(seen, mixed) + seen.output!.data.reduce((sum, x, k) => sum + x * handed.data[k]!, 0);
        const gradient = attentionGradient(attention(input), mixed, handed);
        expect(relativeError(input, total, gradient)).toBeLessThan(1e-7);
      }),
      { seed: 2 },
    );
  });

  test('the order parameter, which does not depend on the values', () => {
    fc.assert(
      fc.property(complete, (input) => {
        const gradient = attentionOrderGradient(attention(input));
        expect(relativeError(input, attentionOrder, gradient)).toBeLessThan(1e-7);
        expect(gradient.values!.data.every((x) => x === 0)).toBe(true);
      }),
      { seed: 3 },
    );
  });

  test('and a gradient that is wrong by one part in a million is told apart', () => {
    const queries = randomMatrix(3, 2, 1, 0);
    const input = { queries, keys: randomMatrix(4, 2, 1, 1), values: randomMatrix(4, 1, 1, 2) };
    const exact = attentionGradient(attention(input));
    const off = { ...exact, queries: { ...queries, data: exact.queries.data.map((x) => x * (1 + 1e-6)) } };
    expect(relativeError(input, attentionEnergy, exact)).toBeLessThan(1e-7);
    expect(relativeError(input, attentionEnergy, off)).toBeGreaterThan(1e-7);
  });
});

test('entries of keys and values that no query sees have no gradient', () => {
  const mask = [
    [1, 0],
    [1, 0],
  ] as const;
  const seen = attention({ queries: [[1], [2]], keys: [[3], [4]], values: [[5], [6]], mask });
  const gradient = attentionGradient(seen, { hopfield: 1, sparsity: 1, coherence: 1 }, [[1], [1]]);
  expect([gradient.keys.data[1], gradient.values!.data[1]]).toEqual([0, 0]);
});

test.each([
  ['a gradient of another shape', { values: [[1]] }, [[1, 2]]],
  ['a gradient of an output that is not there', {}, [[1]]],
  ['a ragged gradient', { values: [[1]] }, [[1], [1, 2]]],
])('%s is INPUT_INVALID', (_name, more, output) => {
  const seen = attention({ queries: [[1]], keys: [[1]], ...more });
  expect(() => attentionGradient(seen, {}, output)).toThrow('INPUT_INVALID');
});
