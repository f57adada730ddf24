import { describe, expect, test } from 'vitest';
import { type ChainModel, chainModel, copied, drawChain } from '../../src/sequence/copying-chain.js';
import { exactMarginals } from '../../src/sequence/exact-marginals.js';

/** P(element t is 1) given the evidence of the first `known` elements, by the sum over all sequences. */
function bySum(evidence: readonly number[], model: ChainModel, t: number, known: number): number {
  let [one, all] = [0, 0];
  for (let bits = 0; bits < 2 ** model.length; bits++) {
    const x = Array.from({ length: model.length }, (_, k) => (bits >> k) & 1);
    const weight = x.reduce((product, value, k) => {
      const p = k < model.lag ? 0.5 : copied(x[k - 1]!, x[k - model.lag]!, model);
      return product * (value === 1 ? p : 1 - p) * (value === 1 && k < known ? Math.exp(evidence[k]!) : 1);
    }, 1);
    all += weight;
    if (x[t] === 1) one += weight;
  }
  return one / all;
}

describe('the recursions', () => {
  test.each([
    [1, 6],
    [2, 7],
    [3, 9],
  ])('with lag %i give what the sum over all sequences of %i elements gives', (lag, length) => {
    const model = { ...chainModel(1.5), lag, length };
    const { evidence } = drawChain(model, 3, lag);
    const { filtered, smoothed } = exactMarginals(evidence, model);
    expect(filtered).toHaveLength(length);
    expect(smoothed).toHaveLength(length);
    for (let t = 0; t < length; t++) {
      expect(filtered[t]!).toBeCloseTo(bySum(evidence, model, t, t + 1), 12);
      expect(smoothed[t]!).toBeCloseTo(bySum(evidence, model, t, length), 12);
    }
  });

  test('agree on the last element, after which nothing comes', () => {
    const model = chainModel(2);
    const { filtered, smoothed } = exactMarginals(drawChain(model, 1, 0).evidence, model);
    expect(smoothed.at(-1)).toBeCloseTo(filtered.at(-1)!, 12);
  });
});

test('elements copy as often as the model says', () => {
  const model = { ...chainModel(1), length: 4000 };
  const { hidden } = drawChain(model, 5, 0);
  const apart = hidden.map((_, t) => t).filter((t) => t >= model.lag && hidden[t - 1] !== hidden[t - model.lag]);
  const likeBack = apart.filter((t) => hidden[t] === hidden[t - model.lag]).length / apart.length;
  const expected = copied(0, 1, model);
  expect(Math.abs(likeBack - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / apart.length));
});
