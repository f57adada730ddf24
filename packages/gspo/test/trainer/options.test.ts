import { expect, test } from 'vitest';
import { type Environment, gru, train, trainer, vocabulary } from '../../src/index.js';

const tokens = vocabulary(3);
const policy = gru({ vocabulary: tokens.size, hidden: 5 });

/** Tasks of one to three answers; high levels are worth more, by how much differs from task to task. */
const environment: Environment<number> = {
  tasks: (update, count) => Array.from({ length: count }, (_, k) => ((update + k) % 3) + 1),
  prompt: (length) => Array.from({ length }, (_, t) => [t, 0]),
  judge: (length, answers) =>
    answers.map((answer) => {
      const worth = answer.map((level) => length * level);
      return { total: worth.reduce((sum, one) => sum + one, 0), tokens: worth };
    }),
};

type Given = NonNullable<Parameters<typeof trainer>[3]>;

const after = (given: Given): readonly number[] => {
  const learner = trainer(policy, tokens, environment, given);
  return Array.from(train(learner, learner.begin(), 3).parameters);
};

/** Clips and references act from the second inner step on. */
const busy: Given = { innerSteps: 3, kl: 0.1, maxNorm: 100 };

test.each<[string, Given]>([
  ['level', { level: 'sequence' }],
  ['level', { level: 'grpo' }],
  ['layout', { layout: 'prefix' }],
  ['layout', { layout: 'echoed' }],
  ['prompts', { prompts: 2 }],
  ['group', { group: 3 }],
  ['rate', { rate: 0.01 }],
  ['innerSteps', { innerSteps: 2 }],
  ['maxNorm', { maxNorm: 1e-9 }],
  ['clipLow', { clipLow: 0.5 }],
  ['clipHigh', { clipHigh: 0.5 }],
  ['kl', { kl: 0 }],
  ['entropy', { entropy: 0.1 }],
  ['mean', { mean: 'token' }],
  ['scale', { scale: 'none' }],
  ['scale', { scale: 'batch' }],
  ['decay', { decay: 0 }],
  ['seed', { seed: 1 }],
])('the option %s makes a difference: %o', (_, given) => {
  expect(after({ ...busy, ...given })).not.toEqual(after(busy));
  expect(after({ ...busy, ...given })).toEqual(after({ ...busy, ...given }));
});

test.each([{ group: 0 }, { prompts: 0 }, { rate: 0 }, { decay: 1.1 }, { layout: 'suffix' }, { clipLow: 2 }])(
  '%o is refused when the trainer is made',
  (given) => {
    expect(() => trainer(policy, tokens, environment, given as Given)).toThrow('OPTION_INVALID');
  },
);
