import { expect, test } from 'vitest';
import { ANSWER, decode, gru, levels, scriptOf, vocabulary } from '../../src/index.js';
import { drawn } from '../../src/tokens/picks.js';
import { scriptsOf } from '../../src/tokens/scripts.js';
import { walk } from '../../src/tokens/walk.js';

const prompt = [[7, 1], [8, 2], [9]];

test('the three layouts, written out', () => {
  expect(scriptOf(prompt, 'interleaved', 50)).toEqual([7, 1, ANSWER, 8, 2, ANSWER, 9, ANSWER]);
  expect(scriptOf(prompt, 'prefix', 50)).toEqual([7, 1, 8, 2, 9, ANSWER, ANSWER, ANSWER]);
  expect(scriptOf(prompt, 'echoed', 50)).toEqual([7, 1, 8, 2, 9, 50, 7, 1, ANSWER, 8, 2, ANSWER, 9, ANSWER]);
});

test('a prompt whose first item has no token is refused where an answer would come first', () => {
  expect(() => scriptsOf([[ANSWER]], 0)).toThrow('an answer comes before anything was read (at prompt 0)');
});

test('levels go from the lowest to the highest value, and every value finds the nearest', () => {
  const linear = levels();
  expect([linear.valueOf(0), linear.valueOf(15)]).toEqual([0.05, 4]);
  const ratios = levels({ count: 5, lowest: 0.25, highest: 4, scale: 'logarithmic' });
  const values = [0, 1, 2, 3, 4].map(ratios.valueOf);
  [0.25, 0.5, 1, 2, 4].forEach((value, k) => expect(values[k]).toBeCloseTo(value, 14));
  for (let k = 0; k < 16; k++) expect(linear.levelOf(linear.valueOf(k))).toBe(k);
  expect([ratios.levelOf(0), ratios.levelOf(1e9), ratios.levelOf(1.3), ratios.levelOf(1.5)]).toEqual([0, 4, 2, 3]);
});

test('levels without a range, or a logarithm of 0, are refused', () => {
  expect(() => levels({ lowest: 4 })).toThrow('OPTION_INVALID');
  expect(() => levels({ lowest: 0, scale: 'logarithmic' })).toThrow('OPTION_INVALID');
});

test('eighteen tokens for sixteen levels, and one more for each identity', () => {
  expect(vocabulary(16)).toMatchObject({ levels: 16, end: 16, pad: 17, size: 18 });
  expect(vocabulary(16, 3).size).toBe(21);
  expect(vocabulary(16, 3).identity(2)).toBe(20);
});

test('answers are levels, exactly as many as asked for, whatever the policy would rather say', () => {
  const tokens = vocabulary(4, 3);
  const policy = gru({ vocabulary: tokens.size, hidden: 5 });
  const parameters = policy.initial(1);
  // The head's biases stand last: all its weight goes to what is no level.
  parameters.fill(50, policy.size - 5);
  const prompts = [[[5], [6]], [[5]], [[6], [7], [8]]];
  const answers = decode(policy, parameters, tokens, prompts, 'interleaved');
  expect(answers.map(({ length }) => length)).toEqual([2, 1, 3]);
  expect(answers.flat().every((token) => token < 4)).toBe(true);
});

test('log-probabilities are those of the levels alone, and shorter sequences read the same as by themselves', () => {
  const tokens = vocabulary(4);
  const policy = gru({ vocabulary: tokens.size, hidden: 6 });
  const parameters = policy.initial(2);
  const script = scriptOf([[0], [1], [2]], 'interleaved', tokens.end);
  const short = scriptOf([[3]], 'interleaved', tokens.end);
  const walked = (rows: readonly (readonly number[])[]) =>
    walk(policy, parameters, scriptsOf(rows, tokens.pad), tokens.levels, () => 1);
  const both = walked([short, script]);
  const [first, second] = [walked([short]), walked([script])];
  expect(both.logp[0]).toBeCloseTo(first.logp[0]!, 14);
  second.logp.forEach((logp, t) => expect(both.logp[3 + t]).toBeCloseTo(logp, 14));
  const chances = [0, 1, 2, 3].map((v) => walk(policy, parameters, scriptsOf([short], 5), 4, () => v).logp[0]!);
  expect(chances.reduce((sum, logp) => sum + Math.exp(logp), 0)).toBeCloseTo(1, 14);
});

test('draws follow the probabilities, and are the same for the same seed', () => {
  const logp = Float64Array.of(0.2, 0.5, 0.3).map(Math.log);
  const count = 20_000;
  const draws = Array.from({ length: count }, (_, k) => drawn(4, k, 1, 3)(0, 0, logp, 0));
  expect(draws.slice(0, 50)).toEqual(Array.from({ length: 50 }, (_, k) => drawn(4, k, 1, 3)(0, 0, logp, 0)));
  [0.2, 0.5, 0.3].forEach((p, v) => {
    const share = draws.filter((token) => token === v).length / count;
    expect(Math.abs(share - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / count));
  });
});
