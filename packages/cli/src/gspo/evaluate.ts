import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { CfcError } from '@cfc/core';
import { readWeightPolicy } from '@cfc/gspo';
import type { Command } from 'commander';
import { jsonText } from '../documents/json-text.js';
import { Interrupted } from '../errors/interrupted.js';
import { wholeNumber } from '../flags/whole-number.js';
import type { Io } from '../io.js';
import { statusLine } from '../progress/status-line.js';
import { type CaseFlags, caseOptions, casesOf } from './cases.js';
import { evaluateDocument } from './evaluate-document.js';
import { evaluateNote, evaluateText } from './evaluate-text.js';
import { type Raced, raced } from './raced.js';

const [SEEDS, STEPS, ANNEAL] = [20, 200, 16];

interface Flags extends CaseFlags {
  readonly steps?: string;
  readonly anneal?: string;
  readonly json?: boolean;
}

/** `cfc gspo evaluate`: learnt weights against none and against GradNorm. */
export function addGspoEvaluate(group: Command, io: Io): void {
  const command = group
    .command('evaluate')
    .description('learnt weights side by side with none and with GradNorm, on the same relaxations')
    .argument('<policy>', 'policy.json, as cfc gspo train writes it')
    .argument('[scenarios...]', 'scenario files')
    .option('--steps <n>', `most steps of a relaxation (${STEPS})`)
    .option('--anneal <n>', `steps until all weights are the system's own again; 0: never (${ANNEAL})`)
    .option('--json', 'print one JSON document')
    .option('--seeds <n>', `graphs of each family and size (${SEEDS})`);
  for (const [flag, meaning] of caseOptions) command.option(flag, meaning);
  command.action((policy: string, files: readonly string[], flags: Flags) => run(policy, files, flags, io));
}

async function run(file: string, files: readonly string[], flags: Flags, io: Io): Promise<void> {
  const steps = flags.steps === undefined ? STEPS : wholeNumber('--steps', flags.steps, 1);
  const anneal = flags.anneal === undefined ? ANNEAL : wholeNumber('--anneal', flags.anneal, 0);
  const policy = await textOf(resolve(io.cwd, file), file);
  readWeightPolicy(policy, file);
  const cases = await casesOf(files, flags, io, SEEDS);
  const interrupt = io.interruptible();
  const line = statusLine(io.stderr);
  const results: Raced[] = [];
  for (const one of cases) {
    await setImmediate(); // lets signals in
    if (interrupt.aborted) throw new Interrupted(`interrupted after ${results.length} of ${cases.length}.`);
    results.push(raced(one, policy, { steps, anneal }));
    line.tell(() => `${results.length} of ${cases.length} done`);
  }
  line.done();
  const document = evaluateDocument(results, steps);
  io.stdout.write(flags.json === true ? jsonText(document) : `${evaluateText(document)}\n\n${evaluateNote}\n`);
}

async function textOf(path: string, name: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    const fix = 'Give the policy.json that cfc gspo train wrote.';
    throw new CfcError('INPUT_INVALID', 'the file cannot be read', name, fix);
  }
}
