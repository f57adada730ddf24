import type { Prompt } from '../tokens/layout.js';

/** What an answer is worth. */
export interface Reward {
  /** Higher is better. */
  readonly total: number;
  /** What each of its tokens is worth, where that can be told. */
  readonly tokens?: readonly number[];
}

/** What a policy is trained in: tasks that prompts are made of, and what answers are worth. Pure functions. */
export interface Environment<Task> {
  /** The tasks of an update: as many as asked for, the same for the same update. */
  tasks(update: number, count: number): readonly Task[];
  prompt(task: Task): Prompt;
  /** One reward for each answer: levels, one for each item of the prompt. */
  judge(task: Task, answers: readonly (readonly number[])[]): readonly Reward[];
}
