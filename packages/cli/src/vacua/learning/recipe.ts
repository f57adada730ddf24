import {
  type CicyEntry,
  controlTask,
  h21Task,
  parseCicy,
  readLines,
  type Task,
  toricBases,
  validityTask,
} from '@cfc/vacua';

/** What a task is made of: plain data, from which any thread makes the same task. */
export type Recipe =
  | { readonly task: 'validity'; readonly maxRays: number; readonly count: number; readonly seed: number }
  | { readonly task: 'control'; readonly maxRays: number; readonly labels: number; readonly seed: number }
  /** `sha256` is that of the entries. */
  | { readonly task: 'h21'; readonly path: string; readonly sha256: string };

const made = new Map<string, Promise<Task>>();

/** Keeps a task that was made already. */
export function keepTask(recipe: Recipe, task: Task): Task {
  made.set(JSON.stringify(recipe), Promise.resolve(task));
  return task;
}

/** The task of a recipe, made once in each thread. */
export function taskFor(recipe: Recipe): Promise<Task> {
  const key = JSON.stringify(recipe);
  const task = made.get(key) ?? make(recipe);
  made.set(key, task);
  return task;
}

async function make(recipe: Recipe): Promise<Task> {
  switch (recipe.task) {
    case 'validity':
      return validityTask({ maxRays: recipe.maxRays, count: recipe.count, seed: recipe.seed });
    case 'control':
      return controlOf([...toricBases({ maxRays: recipe.maxRays })], recipe).task;
    case 'h21': {
      const entries: CicyEntry[] = [];
      for await (const entry of parseCicy(readLines(recipe.path))) entries.push(entry);
      return h21Task(entries);
    }
  }
}

/** The leakage control on the last bases, with the labels of their potentials. */
export const controlOf = (
  bases: readonly (readonly number[])[],
  { labels, seed }: { readonly labels: number; readonly seed: number },
) => controlTask(bases.slice(-labels), {}, { seed });
