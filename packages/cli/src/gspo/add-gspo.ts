import type { Command } from 'commander';
import { commandGroup } from '../commands/group.js';
import type { Io } from '../io.js';
import { addGspoEvaluate } from './evaluate.js';
import { addGspoTrain } from './train.js';

/** `cfc gspo`: weights that a sequence policy learns. */
export function addGspo(program: Command, io: Io): void {
  const group = commandGroup(program, 'gspo', 'weights that a sequence policy learns from the outcomes of relaxations');
  addGspoTrain(group, io);
  addGspoEvaluate(group, io);
}
