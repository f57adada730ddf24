import type { Levels } from '../tokens/levels.js';
import type { Prompt } from '../tokens/layout.js';
import type { Environment, Reward } from './environment.js';

/**
 * An outer loop around relaxations: a policy sees a task, proposes parameters, a short relaxation is run under them, and what
 * came of it is rewarded. What tasks, parameters and outcomes are is up to you. Pure functions.
 */
export interface MetaEnvironment<Task, Outcome> {
  /** The tasks of an update: as many as asked for, the same for the same update. */
  tasks(update: number, count: number): readonly Task[];
  /** What the policy is shown: tokens for each parameter wanted. */
  observe(task: Task): Prompt;
  /** A short relaxation under proposed parameters, one for each item of the prompt. */
  relax(task: Task, parameters: readonly number[]): Outcome;
  /** Higher is better. */
  reward(task: Task, outcome: Outcome): number | Reward;
}

/** The same as an environment of tokens: answers stand for parameters by their levels. */
export const withLevels = <Task, Outcome>(
  { tasks, observe, relax, reward }: MetaEnvironment<Task, Outcome>,
  { valueOf }: Pick<Levels, 'valueOf'>,
): Environment<Task> => ({
  tasks,
  prompt: observe,
  judge: (task, answers) =>
    answers.map((answer) => {
      const worth = reward(task, relax(task, answer.map(valueOf)));
      return typeof worth === 'number' ? { total: worth } : worth;
    }),
});
