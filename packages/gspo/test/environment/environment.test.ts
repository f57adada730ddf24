import { expect, test } from 'vitest';
import {
  balanced,
  balanceError,
  balancing,
  gru,
  levels,
  type MetaEnvironment,
  train,
  trainer,
} from '../../src/index.js';
import { vocabulary, withLevels } from '../../src/index.js';
import { shown, weights } from '../helpers/balancing.js';

test("the prototype's reward: minus the distance from target over norm, term by term and on average", () => {
  const environment = balancing(shown, weights, { terms: 2 });
  const ratios = [0.5, 8];
  expect(ratios.map((ratio) => balanced(ratio, weights))).toEqual([2, 0.125]);
  const [reward] = environment.judge(ratios, [[15, 0]]);
  expect(reward!.tokens).toEqual([-2, -0.075]);
  expect(reward!.total).toBeCloseTo(-1.0375, 14);
  expect(balanceError(ratios, [4, 0.05], weights)).toBeCloseTo(1.0375, 14);
});

test('tasks are the same for the same update and seed, and spread as asked for', () => {
  const environment = balancing(shown, weights, { spread: 0.5, seed: 2 });
  expect(environment.tasks(3, 2)).toEqual(environment.tasks(3, 2));
  expect(environment.tasks(3, 2)).not.toEqual(environment.tasks(4, 2));
  const ratios = environment.tasks(0, 500).flat();
  expect(Math.min(...ratios)).toBeGreaterThan(Math.exp(-0.5));
  expect(Math.max(...ratios)).toBeLessThan(Math.exp(0.5));
});

test('the best constant policy is 0.68 off on tasks of the default spread', () => {
  const tasks = balancing(shown, weights, { seed: 9 }).tasks(0, 4000);
  const errors = Array.from({ length: weights.count }, (_, level) => {
    const constant = weights.valueOf(level);
    return (
      tasks.reduce(
        (sum, ratios) =>
          sum +
          balanceError(
            ratios,
            ratios.map(() => constant),
            weights,
          ),
        0,
      ) / 4000
    );
  });
  expect(Math.min(...errors)).toBeCloseTo(0.68, 2);
});

test('an outer loop around relaxations: a policy finds the step that ends nearest to the minimum', () => {
  // Two steps of length p on F = k x² / 2 from x = 1 end at (1 - p k)²: the best p is 1 / k.
  const parameters = levels({ count: 8, lowest: 0.25, highest: 2 });
  const meta: MetaEnvironment<number, number> = {
    tasks: (update, count) => Array.from({ length: count }, (_, k) => (update + k) % 3),
    observe: (task) => [[task]],
    relax: (task, [step]) => (1 - step! * [0.5, 1, 2][task]!) ** 2,
    reward: (_, left) => -left,
  };
  const tokens = vocabulary(parameters.count);
  const policy = gru({ vocabulary: tokens.size, hidden: 8 });
  const given = trainer(policy, tokens, withLevels(meta, parameters), { group: 8, rate: 0.02 });
  const answers = given.decode(train(given, given.begin(), 150), [0, 1, 2]);
  expect(answers.map(([level]) => parameters.valueOf(level!))).toEqual([2, 1, 0.5]);
});

test('a reward of a meta-environment may tell tokens apart', () => {
  const environment = withLevels(
    {
      tasks: () => [0],
      observe: () => [[0]],
      relax: (_, parameters: readonly number[]) => parameters,
      reward: (_, parameters) => ({ total: 1, tokens: parameters }),
    } satisfies MetaEnvironment<number, readonly number[]>,
    { valueOf: (level: number) => 10 * level },
  );
  expect(environment.judge(0, [[2]])).toEqual([{ total: 1, tokens: [20] }]);
});
