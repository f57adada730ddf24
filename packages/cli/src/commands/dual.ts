import type { Command } from 'commander';
import type { Io } from '../io.js';
import { addDualDoctor } from './dual-doctor.js';
import { addDualGate } from './dual-gate.js';
import { addDualReplay } from './dual-replay.js';
import { addDualReport } from './dual-report.js';
import { commandGroup } from './group.js';

/** `cfc dual`: multipliers of recorded losses, and what became of them. */
export function addDual(program: Command, io: Io): void {
  const group = commandGroup(
    program,
    'dual',
    'constraints instead of free weights: replay recorded losses, diagnose, report, gate',
  );
  for (const add of [addDualReplay, addDualDoctor, addDualReport, addDualGate]) add(group, io);
}
