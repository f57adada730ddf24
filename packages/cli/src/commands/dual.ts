import { CfcError, suggestion } from '@cfc/core';
import type { Command } from 'commander';
import type { Io } from '../io.js';
import { addDualDoctor } from './dual-doctor.js';
import { addDualGate } from './dual-gate.js';
import { addDualReplay } from './dual-replay.js';
import { addDualReport } from './dual-report.js';

/** `cfc dual`: multipliers of recorded losses, and what became of them. */
export function addDual(program: Command, io: Io): void {
  const group = program
    .command('dual')
    .description('constraints instead of free weights: replay recorded losses, diagnose, report, gate')
    .usage('<command> [options]')
    .argument('[command]')
    .action((name: string | undefined) => refuse(group, name));
  for (const add of [addDualReplay, addDualDoctor, addDualReport, addDualGate]) add(group, io);
}

/** Called where the name is none of the commands. */
function refuse(group: Command, name: string | undefined): never {
  const known = group.commands.map((command) => command.name());
  if (name !== undefined)
    throw new CfcError('NAME_UNKNOWN', `no command "${name}"`, 'cfc dual', suggestion(name, known));
  throw new CfcError('INPUT_INVALID', 'no command is named', 'cfc dual', `Name one: ${known.join(', ')}.`);
}
