import { expect, test } from 'vitest';
import { checkPolicy, gru, type SequencePolicy } from '../../src/index.js';

const sound = gru({ vocabulary: 5, hidden: 4 });

test.each([0, 1, 2, 3, 4])('the recurrent policy passes, seed %i', (seed) => {
  checkPolicy(gru({ vocabulary: 4 + seed, hidden: 3 + seed }), { seed, rows: 2 + seed });
});

/** The policy with its unrollings changed. */
const withUnroll = (change: (own: ReturnType<SequencePolicy['unroll']>, rows: number) => object): SequencePolicy => ({
  ...sound,
  unroll: (parameters, rows) => {
    const own = sound.unroll(parameters, rows);
    return { ...own, ...change(own, rows) };
  },
});
let calls = 0;

test.each<[string, SequencePolicy, string]>([
  ['too few parameters', { ...sound, initial: () => new Float64Array(3) }, 'initial gives 3 parameters'],
  ['parameters of no seed', { ...sound, initial: () => sound.initial(1) }, 'the same parameters for another seed'],
  ['parameters of chance', { ...sound, initial: () => sound.initial(calls++) }, 'other parameters for the same seed'],
  ['too many logits', withUnroll(() => ({ next: () => new Float64Array(99) })), 'next gives 99 logits'],
  [
    'rows that are mixed',
    withUnroll((own, rows) => ({ next: () => own.next().map((z) => z + rows) })),
    'the logits of a row depend on the other rows',
  ],
  [
    'logits of chance',
    withUnroll((own) => ({ next: () => own.next().map((z) => z + 1e-12 * calls++) })),
    'reading again gives other logits',
  ],
  [
    'a gradient with a fault',
    withUnroll((own) => ({ backward: (pulls: Float64Array[]) => own.backward(pulls).map((g) => 1.0001 * g) })),
    'the gradient is off by 1.0e-4',
  ],
  ['a short gradient', withUnroll(() => ({ backward: () => new Float64Array(2) })), 'backward gives 2 numbers'],
])('a policy with %s is found out', (_, policy, what) => {
  expect(() => checkPolicy(policy)).toThrow(what);
});
