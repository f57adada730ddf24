import { CfcError, fill, type Given, integer, normal, number, uniform } from '@cfc/core';
import type { SequencePolicy } from './policy.js';

const fields = {
  seed: integer(0, 'of parameters, tokens and directions', { min: 0 }),
  rows: integer(3, 'sequences read side by side', { min: 2 }),
  steps: integer(5, 'tokens of each', { min: 2 }),
  step: number(1e-3, 'step of the central differences', { above: 0 }),
  tolerance: number(1e-7, 'largest relative error of the gradient', { above: 0 }),
};

/**
 * Checks a policy of your own, for its tests: the same parameters for the same seed, logits of the right number that depend on
 * nothing but a row's own tokens and are the same when asked for again, and a gradient that is that of central differences of order four.
 *
 * Options: `seed` (0), `rows` >= 2 (3), `steps` >= 2 (5), `step` (1e-3), `tolerance` (1e-7, for doubles).
 *
 * @throws `INPUT_INVALID` that says what does not hold
 */
export function checkPolicy(policy: SequencePolicy, options?: Given<typeof fields>): void {
  const { seed, rows, steps, step, tolerance } = fill(fields, options, 'checkPolicy');
  const { vocabulary, size } = policy;
  const parameters = policy.initial(seed);
  holds(parameters.length === size, `initial gives ${parameters.length} parameters, size says ${size}`);
  holds(same(parameters, policy.initial(seed)), 'initial gives other parameters for the same seed');
  holds(!same(parameters, policy.initial(seed + 1)), 'initial gives the same parameters for another seed');

  const token = (row: number, s: number): number => Math.floor(vocabulary * uniform(seed, s, row));
  const all = Array.from({ length: rows }, (_, row) => row);
  const read = (by: Float64Array, which: readonly number[]) => {
    const unrolling = policy.unroll(by, which.length);
    const logits: Float64Array[] = [];
    for (let s = 0; s < steps; s++) {
      unrolling.read(which.map((row) => token(row, s)));
      if (s % 2 === 1) logits.push(unrolling.next());
    }
    return { unrolling, logits };
  };
  const { unrolling, logits } = read(parameters, all);
  for (const one of logits) holds(one.length === rows * vocabulary, `next gives ${one.length} logits`);
  const alone = read(parameters, [1]).logits;
  const apart = logits.map((one, k) => distance(one.subarray(vocabulary, 2 * vocabulary), alone[k]!));
  holds(Math.max(...apart) < tolerance, 'the logits of a row depend on the other rows');
  const again = read(parameters, all).logits;
  holds(
    again.every((one, k) => same(one, logits[k]!)),
    'reading again gives other logits',
  );

  const pulls = logits.map((one, k) => one.map((_, j) => normal(seed, 100 + k, j)));
  const direction = parameters.map((_, j) => normal(seed, 99, j));
  const value = (h: number): number => {
    const moved = parameters.map((p, j) => p + h * direction[j]!);
    return read(moved, all).logits.reduce((sum, one, k) => sum + product(one, pulls[k]!), 0);
  };
  const gradient = unrolling.backward(pulls);
  holds(gradient.length === size, `backward gives ${gradient.length} numbers, size says ${size}`);
  const exact = product(gradient, direction);
  const differences = (8 * (value(step) - value(-step)) - (value(2 * step) - value(-2 * step))) / (12 * step);
  const off = Math.abs(exact - differences) / Math.max(1, Math.abs(exact));
  holds(off <= tolerance, `the gradient is off by ${off.toExponential(1)}: ${exact}, by differences ${differences}`);
}

function holds(condition: boolean, what: string): void {
  if (!condition) throw new CfcError('INPUT_INVALID', what, 'checkPolicy', 'Correct the policy.');
}

const same = (x: Float64Array, y: Float64Array): boolean => x.every((value, k) => Object.is(value, y[k]));
const product = (x: Float64Array, y: Float64Array): number => x.reduce((sum, value, k) => sum + value * y[k]!, 0);
const distance = (x: Float64Array, y: Float64Array): number =>
  x.reduce((most, value, k) => Math.max(most, Math.abs(value - y[k]!)), 0);
