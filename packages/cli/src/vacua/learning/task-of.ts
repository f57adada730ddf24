import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { CfcError } from '@cfc/core';
import { type CicyEntry, h21Task, parseCicy, readLines, type Task } from '@cfc/vacua';
import type { Command } from 'commander';
import { oneOf } from '../../flags/one-of.js';
import { wholeNumber } from '../../flags/whole-number.js';
import type { Io } from '../../io.js';
import { breathing } from '../breathing.js';
import { keepTask, type Recipe, taskFor } from './recipe.js';

const names = ['validity', 'h21'] as const;

/** What flags say of a task. */
export interface TaskFlags {
  readonly task: string;
  readonly cicy?: string;
  readonly maxRays: string;
  readonly count: string;
  readonly seed: string;
}

/** The flags of commands that need a task. */
export const withTask = (command: Command): Command =>
  command
    .option('--task <name>', `${names.join(' or ')}; h21 needs --cicy`, 'validity')
    .option('--cicy <file>', 'list of complete intersections')
    .option('--max-rays <n>', 'validity: most rays of a base', '18')
    .option('--count <n>', 'validity: examples, half of them bases', '4000')
    .option('--seed <n>', 'seed of all draws', '0');

/** The number of `--seed`. Throws `OPTION_INVALID`. */
export const seedOfFlags = ({ seed }: Pick<TaskFlags, 'seed'>): number => wholeNumber('--seed', seed, 0);

/** A task with what it is made of. */
export interface MadeTask {
  readonly recipe: Recipe;
  readonly task: Task;
}

/** The task that flags ask for. Throws `OPTION_INVALID`, and `INPUT_INVALID` for what is wrong with the file. */
export async function taskOf(flags: TaskFlags, io: Io): Promise<MadeTask> {
  if (oneOf('--task', flags.task, names) === 'h21') {
    if (flags.cicy !== undefined) return h21Of(await cicyEntries(flags.cicy, io), flags.cicy, io);
    throw new CfcError('OPTION_INVALID', 'the task h21 needs a list', '--cicy', 'Give one, like --cicy cicylist.txt.');
  }
  const maxRays = wholeNumber('--max-rays', flags.maxRays, 8, 194);
  const count = wholeNumber('--count', flags.count, 20);
  const recipe = { task: 'validity', maxRays, count, seed: seedOfFlags(flags) } as const;
  return { recipe, task: await taskFor(recipe) };
}

/** The task on a list that was read. */
export function h21Of(entries: readonly CicyEntry[], file: string, { cwd }: Io): MadeTask {
  const sha256 = createHash('sha256').update(JSON.stringify(entries)).digest('hex');
  const recipe = { task: 'h21', path: resolve(cwd, file), sha256 } as const;
  return { recipe, task: keepTask(recipe, h21Task(entries)) };
}

/** All entries of a list, checked. */
export async function cicyEntries(file: string, io: Io): Promise<readonly CicyEntry[]> {
  const entries: CicyEntry[] = [];
  const parsed = parseCicy(readLines(resolve(io.cwd, file), file));
  for await (const entry of breathing(parsed, 'complete intersections', io)) entries.push(entry);
  return entries;
}
