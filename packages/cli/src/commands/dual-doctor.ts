import { constraintsIn, doctor } from '@cfc/dual';
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
  const config = flags.config === undefined ? own : (await loadConfig(flags.config, io.cwd)).config;
  const findings = doctor(rows, config ?? undefined);
  const constraints = constraintsIn(rows);
  const document = { steps: rows.length, constraints, findings };
  io.stdout.write(
    flags.json === true ? jsonText(document) : `${doctorText(findings, rows.length, constraints.length)}\n`,
  );
}
