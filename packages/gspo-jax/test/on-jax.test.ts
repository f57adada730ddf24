import {
  balanceError,
  balancing,
  checkPolicy,
  gru,
  levels,
  type SequencePolicy,
  train,
  trainer,
  vocabulary,
} from '@cfc/gspo';
import { expect, test } from 'vitest';
import { onJax } from '../src/index.js';
import { loadJax } from '../src/jax.js';

/** What 32-bit numbers and jax-js's own exponentials leave. */
const PRECISION = 1e-4;

const most = (x: Float64Array): number => x.reduce((length, value) => Math.max(length, Math.abs(value)), 0);

test.each([0, 1, 2])('it passes the check of policies, at the precision of 32 bits, seed %i', async (seed) => {
  const policy: SequencePolicy = await onJax(gru({ vocabulary: 4 + seed, hidden: 3 + seed }));
  checkPolicy(policy, { seed, step: 0.03, tolerance: 1e-3 });
});

test('logits and gradient are those of the recurrent policy in doubles', async () => {
  const own = gru({ vocabulary: 6, hidden: 8 });
  const parameters = own.initial(4);
  const read = (policy: SequencePolicy) => {
    const unrolling = policy.unroll(parameters, 3);
    const logits: Float64Array[] = [];
    for (const tokens of [
      [0, 1, 2],
      [3, 4, 5],
      [5, 5, 1],
      [2, 0, 0],
    ]) {
      unrolling.read(tokens);
      if (tokens[0] !== 3) logits.push(unrolling.next());
    }
    return { logits, gradient: unrolling.backward(logits) };
  };
  const [exact, found] = [read(own), read(await onJax(own))];
  exact.logits.forEach((one, k) => {
    expect(most(one.map((z, j) => z - found.logits[k]![j]!))).toBeLessThan(PRECISION);
  });
  const off = most(exact.gradient.map((g, j) => g - found.gradient[j]!));
  expect(off / most(exact.gradient)).toBeLessThan(PRECISION);
  expect(off).toBeGreaterThan(0);
});

test('nothing that was asked of it pulls on nothing', async () => {
  const policy = await onJax(gru({ vocabulary: 4, hidden: 2 }));
  const unrolling = policy.unroll(policy.initial(0), 2);
  unrolling.read([0, 1]);
  expect(most(unrolling.backward([]))).toBe(0);
});

test('the trainer learns with it as it does in doubles', async () => {
  const [shown, weights] = [levels({ lowest: 0, highest: 4 }), levels()];
  const tokens = vocabulary(weights.count);
  const policy = await onJax(gru({ vocabulary: tokens.size, hidden: 32 }));
  const learner = trainer(policy, tokens, balancing(shown, weights, { seed: 3 }), { seed: 3 });
  const held = balancing(shown, weights, { seed: 1000 }).tasks(0, 50);
  const errorOf = (state: { parameters: Float64Array }): number => {
    const answers = learner.decode(state, held);
    const errors = held.map((ratios, k) => balanceError(ratios, answers[k]!.map(weights.valueOf), weights));
    return errors.reduce((sum, error) => sum + error, 0) / errors.length;
  };
  const begin = learner.begin();
  expect(errorOf(begin)).toBeGreaterThan(0.6);
  expect(errorOf(train(learner, begin, 150))).toBeLessThan(0.25);
});

test('a device that is not here, and a policy of another kind, are refused', async () => {
  const policy = gru({ vocabulary: 4, hidden: 2 });
  await expect(onJax(policy, 'webgpu')).rejects.toThrow('PACKAGE_MISSING: the device "webgpu" is not to be had here');
  await expect(onJax({ ...policy, size: 3 })).rejects.toThrow('INPUT_INVALID: a policy of 3 parameters is no gru');
});

test('without the library the error says how to get it; any other fault is not hidden', async () => {
  const failing = (code: string) => () => Promise.reject(Object.assign(new Error('no'), { code }));
  await expect(loadJax('wasm', failing('ERR_MODULE_NOT_FOUND'))).rejects.toThrow(
    'PACKAGE_MISSING: @jax-js/jax is not there (at onJax). Install it: npm install @jax-js/jax.',
  );
  await expect(loadJax('wasm', failing('ELSE'))).rejects.toThrow(/^no$/);
});
