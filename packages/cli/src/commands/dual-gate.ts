import { CfcError } from '@cfc/core';
import { gate, type GateOptions } from '@cfc/dual';
import type { Command } from 'commander';
import { jsonText } from '../documents/json-text.js';
import { openTrace } from '../dual/open-trace.js';
import { Unmet } from '../errors/unmet.js';
import type { Io } from '../io.js';
import { gateText } from '../text/gate-text.js';

type Flags = { readonly [K in keyof GateOptions]?: string } & { readonly json?: boolean };

/** `cfc dual gate`: whether a candidate may take the place of a baseline. */
export function addDualGate(dual: Command, io: Io): void {
  dual
    .command('gate')
    .description('whether a candidate may take the place of a baseline; exit code 1 where not')
    .argument('<base>', 'folder or trace of the baseline')
    .argument('<candidate>', 'folder or trace of the candidate')
    .option('--last <n>', 'rows at the end that are judged (the last half)')
    .option('--satisfaction <x>', 'least share of them in which a constraint is satisfied (0.8)')
    .option('--slip <x>', 'by how much that share may be below the baseline (0.05)')
    .option('--capped <x>', 'largest share of them with λ at its cap (0.5)')
    .option('--task <x>', 'by how much the task loss may be worse, as a share (0.05)')
    .option('--risk <x>', 'by how much V_s may rise (0)')
    .option('--json', 'print one JSON document')
    .action((base: string, candidate: string, flags: Flags) => judge(base, candidate, flags, io));
}

async function judge(base: string, candidate: string, { json, ...limits }: Flags, io: Io): Promise<void> {
  const options = Object.fromEntries(Object.entries(limits).map(([name, text]) => [name, numberOf(name, text)]));
  const [before, after] = [await openTrace(base, io.cwd), await openTrace(candidate, io.cwd)];
  const verdict = gate(before.rows, after.rows, options);
  io.stdout.write(json === true ? jsonText(verdict) : `${gateText(verdict)}\n`);
  if (!verdict.passed) throw new Unmet();
}

function numberOf(name: string, text: string): number {
  const value = text.trim() === '' ? NaN : Number(text);
  if (Number.isFinite(value)) return value;
  throw new CfcError('OPTION_INVALID', `"${text}" is not a number`, `--${name}`, `Give one, like --${name} 0.1.`);
}
