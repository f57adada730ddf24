import { expect, test } from 'vitest';
import { addGradient, decode, initialParameters, logisticLoss } from '../src/attention-ablation/decoder.js';
import { addTransposedProduct, product } from '../src/attention-ablation/product.js';
import { oracle, sequence } from '../src/attention-ablation/recall.js';
import { stepsToConverge } from '../src/attention-ablation/train.js';
import { attentionEnergy } from '@cfc/modules-attention';

test.each([
  ['without attention', null, {}],
  ['over the prefix', { after: 0 }, {}],
  ['over all, with every term of the energy', {}, { hopfield: 0.02, sparsity: 0.5, coherence: 0.3 }],
])('the gradient by every parameter is that of central differences %s', (_name, window, terms) => {
  const given = sequence(1, 2, 'clean');
  const parameters = initialParameters(3);
  const total = (at: Float64Array): number => {
    const { seen, logits } = decode(at, given, window);
    return logisticLoss(logits, given.signs) + (seen === null ? 0 : attentionEnergy(seen, terms));
  };
  const exact = new Float64Array(parameters.length);
  expect(addGradient(parameters, given, window, terms, exact)).toBeCloseTo(
    logisticLoss(decode(parameters, given, window).logits, given.signs),
    14,
  );
  const largest = Math.max(...exact.map(Math.abs));
  parameters.forEach((_, k) => {
    const at = (by: number): number => total(parameters.map((x, other) => (other === k ? x + by : x)));
    const numeric = (8 * (at(1e-3) - at(-1e-3)) - (at(2e-3) - at(-2e-3))) / 12e-3;
    expect(Math.abs(numeric - exact[k]!)).toBeLessThan(1e-7 * largest);
  });
});

test('matrix products are those worked out by hand', () => {
  const a = { rows: 2, columns: 3, data: Float64Array.of(1, 2, 3, 4, 5, 6) };
  const b = { rows: 3, columns: 1, data: Float64Array.of(1, 0, -1) };
  expect(product(a, b)).toEqual({ rows: 2, columns: 1, data: Float64Array.of(-2, -2) });
  const out = Float64Array.of(1, 1, 1);
  addTransposedProduct(a, { rows: 2, columns: 1, data: Float64Array.of(1, -1) }, out);
  expect(out).toEqual(Float64Array.of(-2, -2, -2));
});

test('sightings of one symbol share their sign, and the oracle adds up their readings within sight', () => {
  const given = sequence(5, 0, 'clean');
  const byHand = (i: number, before: number, after: number): number => {
    let odds = 0;
    for (let j = Math.max(0, i - before); j <= Math.min(19, i + after); j++) {
      if (given.symbols[j] === given.symbols[i]) odds += given.readings.data[j]! / (j < 10 ? 4 : 0.25);
    }
    return odds;
  };
  given.symbols.forEach((symbol, i) => expect(given.signs[i]).toBe(given.signs[given.symbols.indexOf(symbol)]));
  for (const i of [0, 7, 19]) {
    expect(oracle(given, null)[i]).toBeCloseTo(byHand(i, 0, 0), 12);
    expect(oracle(given, { before: 2, after: 2 })[i]).toBeCloseTo(byHand(i, 2, 2), 12);
    expect(oracle(given, {})[i]).toBeCloseTo(byHand(i, 20, 20), 12);
  }
});

test('a loss has converged when 95% of its smoothed fall are made', () => {
  expect(stepsToConverge(Array.from({ length: 200 }, (_, k) => (k < 50 ? 1 : 0)))).toBe(60);
  expect(stepsToConverge([1, 1, 1])).toBe(1);
});
