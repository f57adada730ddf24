import type { Command } from 'commander';
import { commandGroup } from '../commands/group.js';
import type { Io } from '../io.js';
import { addEnumerate } from './enumerate.js';
import { addLabel } from './label/label.js';
import { addLearn } from './learning/learn.js';
import { addRunAll } from './learning/run.js';
import { addSplit } from './learning/split.js';
import { addTrain } from './learning/train.js';
import { addParse } from './parse.js';

/** `cfc vacua`: what there is to do with vacuum landscapes. */
export function addVacua(program: Command, io: Io): void {
  const vacua = commandGroup(program, 'vacua', 'vacuum landscapes: geometry, labels, learning');
  for (const add of [addEnumerate, addParse, addLabel, addSplit, addTrain, addLearn, addRunAll]) add(vacua, io);
}
