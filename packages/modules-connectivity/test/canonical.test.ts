import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical, percolationSweep } from '../src/index.js';
import { errorOf, pairsOf, sizesBySearch } from './by-search.js';
import { readGraph } from '../src/index.js';

const probability = fc.double({ min: 0, max: 1, noNaN: true });

test('the moments of the binomial distribution come out, to 1e-12', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), probability, (bonds, p) => {
      const numbers = Float64Array.from({ length: bonds + 1 }, (_, n) => n);
      const [mean, square] = [bonds * p, bonds * p * (1 - p) + (bonds * p) ** 2];
      expect(Math.abs(canonical(numbers, p) - mean)).toBeLessThanOrEqual(1e-12 * Math.max(1, mean));
      const squares = numbers.map((n) => n * n);
      expect(Math.abs(canonical(squares, p) - square)).toBeLessThanOrEqual(1e-11 * Math.max(1, square));
    }),
    { seed: 1, numRuns: 60 },
  );
});

test('on a small graph it is the sum over all subsets of its bonds', () => {
  const { nodes, bonds } = readGraph({ width: 3, height: 3 });
  const pairs = pairsOf(bonds);
  const count = pairs.length;
  const [sums, ways] = [new Float64Array(count + 1), new Float64Array(count + 1)];
  const subsets = Array.from({ length: 2 ** count }, (_, bits) => {
    const opened = pairs.filter((_pair, bond) => (bits >> bond) & 1);
    const eta = sizesBySearch(nodes, opened)[0]! / nodes;
    sums[opened.length]! += eta;
    ways[opened.length]! += 1;
    return { opened: opened.length, eta };
  });
  const means = sums.map((sum, n) => sum / ways[n]!);
  for (const p of [0, 0.03, 0.3, 0.5, 0.77, 1]) {
    const exact = subsets.reduce((sum, { opened, eta }) => sum + p ** opened * (1 - p) ** (count - opened) * eta, 0);
    expect(Math.abs(canonical(means, p) - exact)).toBeLessThan(1e-12);
    const sampled = Array.from({ length: 400 }, (_, seed) => percolationSweep({ width: 3, height: 3, seed }).largest);
    const sampledMean = sampled.reduce((sum, largest) => sum + canonical(largest, p), 0) / (400 * nodes);
    expect(Math.abs(sampledMean - exact)).toBeLessThan(0.02);
  }
});

test('no values and no probability are INPUT_INVALID', () => {
  expect(errorOf(() => canonical([], 0.5))).toMatchObject({ code: 'INPUT_INVALID', where: 'values' });
  for (const p of [-0.1, 1.1, NaN]) {
    expect(errorOf(() => canonical([1, 2], p))).toMatchObject({ code: 'INPUT_INVALID', where: 'p' });
  }
});
