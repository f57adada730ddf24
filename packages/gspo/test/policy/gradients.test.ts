import { dot, uniform } from '@cfc/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gru, objective, type SequencePolicy } from '../../src/index.js';

interface Given {
  readonly vocabulary: number;
  readonly hidden: number;
  readonly rows: number;
  readonly steps: number;
  readonly seed: number;
}

const given = fc.record({
  vocabulary: fc.integer({ min: 2, max: 7 }),
  hidden: fc.integer({ min: 1, max: 6 }),
  rows: fc.integer({ min: 1, max: 6 }),
  steps: fc.integer({ min: 1, max: 5 }),
  seed: fc.nat(),
});

const tokensAt = ({ vocabulary, rows, seed }: Given, step: number): Int32Array =>
  Int32Array.from({ length: rows }, (_, i) => Math.floor(vocabulary * uniform(seed, step, i)));

const random = (count: number, seed: number, stream: number): Float64Array =>
  Float64Array.from({ length: count }, (_, k) => 2 * uniform(seed, stream, k) - 1);

const gruOf = ({ vocabulary, hidden }: Given): SequencePolicy => gru({ vocabulary, hidden });

/** Reads all tokens and looks after every one but those whose number is a multiple of three. */
function read(policy: SequencePolicy, parameters: Float64Array, one: Given) {
  const unrolling = policy.unroll(parameters, one.rows);
  const logits: Float64Array[] = [];
  for (let s = 0; s < one.steps; s++) {
    unrolling.read(tokensAt(one, s));
    if (s % 3 !== 2) logits.push(unrolling.next());
  }
  return { unrolling, logits };
}

/** Central differences of order four along a direction. */
function along(f: (x: Float64Array) => number, x: Float64Array, direction: Float64Array): number {
  const at = (h: number) => f(x.map((value, k) => value + h * direction[k]!));
  const h = 1e-3;
  return (8 * (at(h) - at(-h)) - (at(2 * h) - at(-2 * h))) / (12 * h);
}

test('the gradient of the recurrent policy is that of central differences, for any size', () => {
  let worst = 0;
  fc.assert(
    fc.property(given, (one) => {
      const policy = gruOf(one);
      const parameters = policy.initial(one.seed);
      const { unrolling, logits } = read(policy, parameters, one);
      const pulls = logits.map((all, k) => random(all.length, one.seed, 100 + k));
      const gradient = unrolling.backward(pulls);
      const value = (x: Float64Array): number =>
        read(policy, x, one).logits.reduce((sum, all, k) => sum + dot(all, pulls[k]!), 0);
      const direction = random(policy.size, one.seed, 99);
      const [exact, differences] = [dot(gradient, direction), along(value, parameters, direction)];
      const off = Math.abs(exact - differences) / Math.max(1, Math.abs(exact));
      worst = Math.max(worst, off);
      expect(off).toBeLessThan(1e-7);
    }),
    { seed: 1, numRuns: 200 },
  );
  expect(worst).toBeGreaterThan(0);
});

test('each parameter by itself: no entry of the gradient is off', () => {
  const one = { vocabulary: 4, hidden: 3, rows: 3, steps: 4, seed: 5 };
  const policy = gruOf(one);
  const parameters = policy.initial(2);
  const { unrolling, logits } = read(policy, parameters, one);
  const pulls = logits.map((all, k) => random(all.length, 1, k));
  const gradient = unrolling.backward(pulls);
  const value = (x: Float64Array): number =>
    read(policy, x, one).logits.reduce((sum, all, k) => sum + dot(all, pulls[k]!), 0);
  gradient.forEach((exact, k) => {
    const unit = new Float64Array(policy.size);
    unit[k] = 1;
    expect(Math.abs(exact - along(value, parameters, unit))).toBeLessThan(1e-7 * Math.max(1, Math.abs(exact)));
  });
});

test('the gradient of every objective is that of central differences, clipped or not', () => {
  const options = fc.record({
    level: fc.constantFrom('token' as const, 'sequence' as const, 'grpo' as const),
    mean: fc.constantFrom('sequence' as const, 'token' as const),
    clipLow: fc.constantFrom(3e-4, 0.2),
    clipHigh: fc.constantFrom(4e-4, 0.3),
    kl: fc.constantFrom(0, 0.1),
    entropy: fc.constantFrom(0, 0.05),
  });
  let [clips, compared] = [0, 0];
  fc.assert(
    fc.property(given, options, ({ vocabulary, rows, steps, seed }, chosen) => {
      const all = rows * steps;
      const logp = (stream: number) => random(all, seed, stream).map((x) => -1.2 + 0.5 * x);
      const batch = {
        rows,
        steps,
        vocabulary,
        mask: Array.from({ length: all }, (_, k) => (uniform(seed, 7, k) < 0.8 ? 1 : 0)),
        tokens: Array.from({ length: all }, (_, k) => Math.floor(vocabulary * uniform(seed, 1, k))),
        old: logp(2),
        reference: logp(3),
        advantages: random(rows, seed, 4),
      };
      const at = (logits: Float64Array) => objective({ ...batch, logits }, chosen);
      const logits = random(all * vocabulary, seed, 5);
      const found = at(logits);
      const direction = random(logits.length, seed, 6);
      const clipsAt = (h: number) => at(logits.map((z, k) => z + h * direction[k]!)).clipped.join();
      // A clip that sets in between the points of the differences is a kink: there is no derivative to compare with.
      if ([-2e-3, -1e-3, 1e-3, 2e-3].some((h) => clipsAt(h) !== found.clipped.join())) return;
      clips += found.clipped.reduce((sum, one) => sum + one, 0);
      compared++;
      const exact = dot(found.gradient, direction);
      const differences = along((x) => at(x).loss, logits, direction);
      expect(Math.abs(exact - differences)).toBeLessThan(1e-7 * Math.max(1, Math.abs(exact)));
    }),
    { seed: 2, numRuns: 300 },
  );
  expect(clips).toBeGreaterThan(50);
  expect(compared).toBeGreaterThan(250);
});
