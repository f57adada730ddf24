import { isCfcError, uniform } from '@cfc/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type NumberSequence, sampleMonotonicity } from '../src/index.js';
import { errorOf, recorded } from './recorded.js';

const rising = (length: number): number[] => Array.from({ length }, (_, i) => i);

describe('the estimate', () => {
  test('is 1 for a sorted sequence, 1 for a constant one and 0 for a reversed one', () => {
    for (const length of [2, 3, 50]) {
      expect(sampleMonotonicity(rising(length))).toBe(1);
      expect(sampleMonotonicity(new Float64Array(length))).toBe(1);
      expect(sampleMonotonicity(rising(length).reverse())).toBe(0);
    }
  });

  test('lies within binomial bounds of 1 - 1 / pairs where one pair is inverted, for every seed', () => {
    const length = 10;
    const inverted = rising(length);
    [inverted[3], inverted[4]] = [4, 3];
    const samples = 20_000;
    const expected = 1 - 2 / (length * (length - 1));
    const deviation = Math.sqrt((expected * (1 - expected)) / samples);
    const errors = rising(30).map((seed) => (sampleMonotonicity(inverted, { samples, seed }) - expected) / deviation);
    expect(Math.max(...errors.map(Math.abs))).toBeLessThan(4);
    expect(Math.abs(errors.reduce((sum, error) => sum + error, 0))).toBeLessThan(4 * Math.sqrt(30));
  });

  test('lies within binomial bounds of the exact fraction for any sequence', () => {
    const samples = 4000;
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 2, maxLength: 30 }),
        fc.nat(),
        (values, seed) => {
          const pairs = values.flatMap((a, i) => values.slice(i + 1).map((b): number => (a <= b ? 1 : 0)));
          const exact = pairs.reduce((sum, one) => sum + one, 0) / pairs.length;
          const deviation = Math.sqrt((exact * (1 - exact)) / samples);
          expect(Math.abs(sampleMonotonicity(values, { samples, seed }) - exact)).toBeLessThanOrEqual(6 * deviation);
        },
      ),
      { seed: 5 },
    );
  });

  test('is the same for the same seed, for plain and typed arrays, and differs between seeds', () => {
    const values = [5, 1, 4, 2, 3, 9, 7];
    const estimate = (list: NumberSequence, seed: number): number => sampleMonotonicity(list, { samples: 100, seed });
    expect(estimate(values, 3)).toBe(estimate(values, 3));
    expect(estimate(Float32Array.from(values), 3)).toBe(estimate(values, 3));
    expect(estimate(Int16Array.from(values), 3)).toBe(estimate(values, 3));
    expect(new Set(rising(20).map((seed) => estimate(values, seed))).size).toBeGreaterThan(5);
  });
});

describe('the pairs', () => {
  /* Upper 0.1% point of chi squared with 14 degrees of freedom: 6 values have 15 pairs. */
  const bound = 36.12;
  function chiSquared(pairs: readonly string[]): number {
    const counts = new Map<string, number>();
    for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
    expect(counts.size).toBe(15);
    const expected = pairs.length / 15;
    return [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  }
  const drawn = (samples: number, seed: number): string[] => {
    const { values, reads } = recorded(6);
    sampleMonotonicity(values, { samples, seed });
    return rising(samples).map((k) => `${reads[2 * k]},${reads[2 * k + 1]}`);
  };

  test('are uniform among all pairs', () => {
    for (const seed of [0, 1, 2]) expect(chiSquared(drawn(15_000, seed))).toBeLessThan(bound);
  });

  test('would not be uniform if the second place were drawn above a uniform first one', () => {
    const skewed = rising(15_000).map((k) => {
      const i = Math.floor(5 * uniform(0, k, 0));
      return `${i},${i + 1 + Math.floor((5 - i) * uniform(0, k, 1))}`;
    });
    expect(chiSquared(skewed)).toBeGreaterThan(100 * bound);
  });

  test('are uniform from seed to seed as well', () => {
    expect(chiSquared(rising(6000).flatMap((seed) => drawn(1, seed)))).toBeLessThan(bound);
  });

  test('are ordered and distinct', () => {
    for (const pair of drawn(500, 4)) {
      const [i, j] = pair.split(',').map(Number);
      expect(i).toBeLessThan(j!);
    }
  });
});

describe('the cost', () => {
  test('is two reads for each sample, whatever the length', () => {
    for (const length of [2, 1000, 2 ** 32 - 1]) {
      const { values, reads } = recorded(length);
      expect(sampleMonotonicity(values, { samples: 300 })).toBe(1);
      expect(reads).toHaveLength(600);
    }
  });
});

describe('refused', () => {
  test.each([
    ['no array', 5, 'not an array'],
    ['null', null, 'not an array'],
    ['a text', '123', 'not an array'],
    ['an object', { length: 3 }, 'not an array'],
    ['raw bytes', new DataView(new ArrayBuffer(8)), 'not an array'],
    ['an empty array', [], 'no values'],
    ['one value', [1], 'only one value'],
    ['big integers', new BigInt64Array(3), '0n is not a finite number'],
  ])('%s is INPUT_INVALID', (_name, values, what) => {
    const error = errorOf(() => sampleMonotonicity(values as NumberSequence));
    expect(isCfcError(error)).toBe(true);
    expect(error).toMatchObject({ code: 'INPUT_INVALID', what: expect.stringContaining(what) as string });
  });

  test.each([NaN, Infinity, undefined, '7'])('a drawn value that is %s is named by its index', (bad) => {
    const values = [0, 1, bad, 3] as number[];
    const error = errorOf(() => sampleMonotonicity(values));
    expect(error).toMatchObject({ code: 'INPUT_INVALID', where: '[2]' });
  });

  test('a value that no pair hits is not looked at', () => {
    const { values, reads } = recorded(1000);
    sampleMonotonicity(values, { samples: 10 });
    const idle = rising(1000).map((i) => (reads.includes(i) ? i : NaN));
    expect(sampleMonotonicity(idle, { samples: 10 })).toBe(1);
  });

  test('options out of range are OPTION_INVALID', () => {
    for (const options of [{ samples: 0 }, { samples: 1.5 }, { samples: 1_000_001 }, { seed: -1 }]) {
      expect(errorOf(() => sampleMonotonicity([1, 2], options))).toMatchObject({ code: 'OPTION_INVALID' });
    }
  });
});
