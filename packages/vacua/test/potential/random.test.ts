import { describe, expect, test } from 'vitest';
import { regimes, seedOf } from '../../src/index.js';
import { drawsOf } from '../../src/potential/random.js';
import { defaultMixture, regimeOf } from '../../src/potential/regimes.js';

describe('seeds', () => {
  test('no two of 200,000 pairs of data set and id share one, nor do neighbours share draws', () => {
    const seeds = new Set<number>();
    for (const dataset of ['a', 'b', '', 'aa'])
      for (let id = 0; id < 50_000; id++) seeds.add(seedOf(0, dataset, String(id)));
    expect(seeds.size).toBe(200_000);
    expect([...seeds].every((seed) => Number.isInteger(seed) && seed >= 0 && seed < 2 ** 52)).toBe(true);
    expect(seedOf(0, 'a', 'bc')).not.toBe(seedOf(0, 'ab', 'c'));
    expect(seedOf(0, 'a', 'b')).not.toBe(seedOf(1, 'a', 'b'));
    expect(seedOf(0, 'a', 'b')).not.toBe(seedOf(2 ** 32, 'a', 'b'));
    // Where seeds are sums, (10, 1) and (11, 0) are one draw.
    const [ten, eleven] = [seedOf(0, 'set', '10'), seedOf(0, 'set', '11')];
    expect(drawsOf(ten, 1, 'parameters')(0)).not.toBe(drawsOf(eleven, 0, 'parameters')(0));
    expect(drawsOf(ten, 0, 'start')(0)).not.toBe(drawsOf(ten, 0, 'parameters')(0));
    expect(drawsOf(ten, 0, 'search')(0)).not.toBe(drawsOf(ten, 1, 'regime')(0));
  });

  test('their numbers are uniform: the mean and the first regime of 20,000 draws lie within 4 deviations', () => {
    const draws = Array.from({ length: 20_000 }, (_, id) => drawsOf(seedOf(0, 'uniform', String(id)), 0, 'regime')(0));
    const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / draws.length));
    for (const regime of regimes) {
      const share = draws.filter((x) => regimeOf(defaultMixture, x) === regime).length / draws.length;
      const expected = defaultMixture[regime];
      expect(Math.abs(share - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / draws.length));
    }
  });
});
