import type { Command } from 'commander';
import { noCommand } from '../errors/no-command.js';
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
    .action((name: string | undefined) => noCommand(group, name));
  for (const add of [addDualReplay, addDualDoctor, addDualReport, addDualGate]) add(group, io);
}
