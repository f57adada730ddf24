import { CfcError, suggestion } from '@cfc/core';
import type { Command } from 'commander';
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
    .action((what: string | undefined) => {
      const known = group.commands.map((command) => command.name());
      if (what !== undefined)
        throw new CfcError('NAME_UNKNOWN', `no command "${what}"`, 'cfc gspo', suggestion(what, known));
      throw new CfcError('INPUT_INVALID', 'no command is named', 'cfc gspo', `Name one: ${known.join(', ')}.`);
    });
  addGspoTrain(group, io);
  addGspoEvaluate(group, io);
}
