import { resolve } from 'node:path';
import { indicesOf, type Side, sides } from '@cfc/vacua';
import type { Command } from 'commander';
import { jsonText } from '../../documents/json-text.js';
import type { Io } from '../../io.js';
import { writeAtomically } from '../../run/write-atomically.js';
import { table } from '../../text/table.js';
import { byFlag, splitFor } from './split-of.js';
import { seedOfFlags, type TaskFlags, taskOf, withTask } from './task-of.js';

interface Flags extends TaskFlags {
  readonly by: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** `cfc vacua split`: the sides of a task as lists of ids, with a hash. */
export function addSplit(vacua: Command, io: Io): void {
  withTask(vacua.command('split'))
    .description('parts a task into training, validation and test side, by lists of ids')
    .option(...byFlag)
    .option('--out <file>', 'write the lists to this file')
    .option('--json', 'print one JSON document with the lists')
    .action((flags: Flags) => split(flags, io));
}

async function split(flags: Flags, io: Io): Promise<void> {
  const { task } = await taskOf(flags, io);
  const made = splitFor(task, flags.by, seedOfFlags(flags));
  const document = jsonText({ task: task.name, classes: task.classes, ...made });
  if (flags.out !== undefined) writeAtomically(resolve(io.cwd, flags.out), document);
  if (flags.json === true) {
    io.stdout.write(document);
    return;
  }
  const at = indicesOf(task, made);
  const row = (side: Side): string[] => {
    const counts = task.classes.map((_, c) => at[side].filter((i) => task.examples[i]!.label === c).length);
    return [side, String(made[side].length), ...counts.map(String)];
  };
  const right = [1, ...task.classes.map((_, c) => c + 2)];
  const text = table(['side', 'examples', ...task.classes], sides.map(row), right);
  io.stdout.write(`${task.name}, split by ${made.kind}\n\n${text}\n\nSHA-256 ${made.sha256}\n`);
}
