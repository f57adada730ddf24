import { CfcError } from '@cfc/core';
import { constraintsIn, doctor, type DualConfig } from '@cfc/dual';
import type { Command } from 'commander';
import { jsonText } from '../documents/json-text.js';
import { loadConfig } from '../dual/load-config.js';
import { openTrace } from '../dual/open-trace.js';
import type { Io } from '../io.js';
import { doctorText } from '../text/doctor-text.js';

interface Flags {
  readonly config?: string;
  readonly json?: boolean;
}

/** `cfc dual doctor`: which patterns a trace shows, and what to change. */
export function addDualDoctor(dual: Command, io: Io): void {
  dual
    .command('doctor')
    .description('what is wrong in a trace, by numbers, and what to change')
    .argument('<trace>', 'folder of a run, or its trace, .jsonl or .csv')
    .option('--config <file>', 'the configuration of the run (that of its run.json)')
    .option('--json', 'print one JSON document')
    .action((trace: string, flags: Flags) => diagnose(trace, flags, io));
}

async function diagnose(trace: string, flags: Flags, io: Io): Promise<void> {
  const { rows, config: own } = await openTrace(trace, io.cwd);
  const constraints = constraintsIn(rows);
  const config = flags.config === undefined ? own : await configFor(constraints, flags.config, io.cwd);
  const findings = doctor(rows, config ?? undefined);
  const document = { steps: rows.length, constraints, findings };
  io.stdout.write(
    flags.json === true ? jsonText(document) : `${doctorText(findings, rows.length, constraints.length)}\n`,
  );
}

/** The configuration of a file. Throws `INPUT_INVALID` where it has other constraints than the trace: it is not that of the run. */
async function configFor(constraints: readonly string[], file: string, cwd: string): Promise<DualConfig> {
  const { config } = await loadConfig(file, cwd);
  const named = Object.keys(config.constraints);
  const missing = constraints.filter((name) => !named.includes(name));
  const foreign = named.filter((name) => !constraints.includes(name));
  if (missing.length + foreign.length === 0) return config;
  const what = `constraints of the trace alone: ${missing.join(', ') || 'none'}; of the configuration alone: ${foreign.join(', ') || 'none'}`;
  throw new CfcError('INPUT_INVALID', what, file, 'Give the configuration of the run.');
}
