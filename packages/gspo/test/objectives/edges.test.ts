import fc from 'fast-check';
import { expect, test } from 'vitest';
import { advantages, type Batch, objective, tokenAdvantages } from '../../src/index.js';

const batch: Batch = {
  rows: 2,
  steps: 2,
  vocabulary: 3,
  logits: Float64Array.of(0.1, -0.4, 0.2, 1, 0, -1, 0.3, 0.3, 0.3, -2, 0, 2),
  tokens: [0, 1, 2, 2],
  old: [-1, -1.2, -1.1, -0.2],
  advantages: [1, -1],
};

test.each([
  ['a group of one', [3, 4], 1],
  ['identical rewards', [2, 2, 2, 2], 2],
  ['no rewards', [], 4],
])('%s: advantages of 0', (_, rewards, group) => {
  for (const scale of ['group', 'batch', 'none'] as const) {
    expect([...advantages(rewards, group, { scale, epsilon: 0 })]).toEqual(rewards.map(() => 0));
  }
});

test('advantages of a group sum to 0 and keep the order of the rewards', () => {
  const rewards = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 2, maxLength: 9 });
  fc.assert(
    fc.property(rewards, (given) => {
      const found = advantages(given, given.length);
      expect(Math.abs(found.reduce((sum, one) => sum + one, 0))).toBeLessThan(1e-6);
      given.forEach((a, i) =>
        given.forEach((b, j) => {
          if (a < b) expect(found[i]!).toBeLessThanOrEqual(found[j]!);
        }),
      );
    }),
    { seed: 1 },
  );
});

test('advantages of tokens are those of their position, over the answers that reach it', () => {
  const rewards = [1, 5, 3, 0, 2, 9];
  const mask = [1, 1, 1, 0, 1, 1];
  const found = tokenAdvantages(rewards, 2, 3, { scale: 'none' }, mask);
  expect([...found]).toEqual([-1, -2, 1, 0, 0, 2]);
});

test.each([NaN, Infinity])('a reward of %s is refused, with its place', (bad) => {
  expect(() => advantages([1, bad], 2)).toThrow(`INPUT_INVALID: a reward is ${bad} (at rewards[1])`);
});

test('rewards that do not fill their groups are refused', () => {
  expect(() => advantages([1, 2, 3], 2)).toThrow('3 rewards do not fill groups of 2');
  expect(() => advantages([1, 2], 0)).toThrow('INPUT_INVALID');
});

test.each([
  ['all tokens masked', { ...batch, mask: [0, 0, 0, 0] }],
  ['answers without steps', { ...batch, steps: 0, logits: new Float64Array(0), tokens: [], old: [] }],
  ['no answers', { ...batch, rows: 0, logits: new Float64Array(0), tokens: [], old: [], advantages: [] }],
])('%s: loss 0, gradient 0', (_, given) => {
  for (const level of ['token', 'sequence', 'grpo'] as const) {
    const { loss, gradient, ratios, clipFraction, kl, entropy } = objective(given, { level, entropy: 0.1 });
    expect(loss + clipFraction + kl + entropy).toBe(0);
    expect(gradient.every((g) => g === 0)).toBe(true);
    expect([...ratios]).toEqual(Array.from({ length: given.rows }, () => 1));
  }
});

test('a token that cannot come has probability 0 and no gradient', () => {
  const logits = batch.logits.slice();
  for (const k of [1, 5, 6, 9]) logits[k] = -Infinity;
  const { loss, gradient, entropy } = objective({ ...batch, logits }, { entropy: 0.1 });
  expect(Number.isFinite(loss + entropy)).toBe(true);
  for (const k of [1, 5, 6, 9]) expect(gradient[k]).toBe(0);
  expect(gradient.every(Number.isFinite)).toBe(true);
});

test.each([
  ['logits that are NaN', { logits: batch.logits.map(() => NaN) }, 'the log-ratio is NaN (at row 0, step 0)'],
  [
    'a token that could not come',
    { logits: batch.logits.map((z, k) => (k === 0 ? -Infinity : z)) },
    'the log-ratio is',
  ],
  ['an old log-probability far off', { old: [-3000, -1, -1, -1] }, 'the ratio is Infinity'],
  ['a reference far off', { reference: [3000, -1, -1, -1] }, 'the divergence from the reference is Infinity'],
  ['an advantage that is NaN', { advantages: [NaN, 1] }, 'an advantage is NaN (at advantages[0])'],
  ['too few tokens', { tokens: [1] }, 'there are 1 entries, not 4 (at tokens)'],
  ['too few logits', { logits: new Float64Array(3) }, 'there are 3 entries, not 12 (at logits)'],
  ['too many advantages', { advantages: [1, 1, 1] }, 'there are 3 entries, not 4 (at advantages)'],
])('%s: one clear error', (_, part, message) => {
  expect(() => objective({ ...batch, ...part })).toThrow(`INPUT_INVALID: ${message}`);
});

test('options that do not fit are refused', () => {
  expect(() => objective({ ...batch, advantages: [1, 1, 1, 1] }, { level: 'sequence' })).toThrow('INPUT_INVALID');
  expect(() => objective(batch, { kl: 0.1 })).toThrow('there is no reference');
  expect(() => objective(batch, { clipLow: -1 })).toThrow('OPTION_INVALID');
});

test("the default clip is the paper's", () => {
  const drifted = { ...batch, old: [-1.5, -1.2, -1.1, -0.9] };
  expect(objective(drifted)).toEqual(objective(drifted, { clipLow: 3e-4, clipHigh: 4e-4, level: 'token' }));
  expect(objective(drifted).clipFraction).toBeGreaterThan(0);
});
