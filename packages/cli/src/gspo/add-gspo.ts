import type { Command } from 'commander';
import { noCommand } from '../errors/no-command.js';
import type { Io } from '../io.js';
import { addGspoEvaluate } from './evaluate.js';
import { addGspoTrain } from './train.js';

/** `cfc gspo`: weights that a sequence policy learns. */
export function addGspo(program: Command, io: Io): void {
  const group = program
    .command('gspo')
    .description('weights that a sequence policy learns from the outcomes of relaxations')
    .usage('<train|evaluate> [options]')
    .argument('[what]')
    .action((what: string | undefined) => noCommand(group, what));
  addGspoTrain(group, io);
  addGspoEvaluate(group, io);
}
