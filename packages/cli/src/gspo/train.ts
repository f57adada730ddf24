import { setImmediate } from 'node:timers/promises';
import { resolve } from 'node:path';
import { CfcError } from '@cfc/core';
import {
  outcomes,
  recorded,
  trainer,
  type TrainerState,
  type UpdateRow,
  weightCoder,
  type WeightCoder,
  weightSpec,
} from '@cfc/gspo';
import type { Command } from 'commander';
import { jsonText } from '../documents/json-text.js';
import { Interrupted } from '../errors/interrupted.js';
import { wholeNumber } from '../flags/whole-number.js';
import type { Io } from '../io.js';
import { statusLine } from '../progress/status-line.js';
import { counted } from '../text/number.js';
import { type Case, type CaseFlags, caseOptions, casesOf } from './cases.js';
import { openTraining, type Training } from './training-folder.js';
import { checkNames, writeScenarios } from './with-policy.js';

const [UPDATES, SEEDS, STEPS, ANNEAL, HIDDEN] = [200, 12, 60, 16, 32];
/** Of the trainer: answers drawn to each of four tasks, and what keeps them from agreeing too soon. */
const settings = { group: 8, entropy: 0.03 } as const;

/** At least so many ms from one checkpoint to the next. */
const PERIOD = 1000;

interface Flags extends CaseFlags {
  readonly updates?: string;
  readonly steps?: string;
  readonly anneal?: string;
  readonly hidden?: string;
  readonly seed?: string;
  readonly out?: string;
  readonly resume?: boolean;
  readonly json?: boolean;
}

/** `cfc gspo train`: learns weights from the outcomes of relaxations. */
export function addGspoTrain(group: Command, io: Io): void {
  const command = group
    .command('train')
    .description('learn term weights from the outcomes of short relaxations of scenarios, or of random graphs')
    .argument('[scenarios...]', 'scenario files')
    .option('--updates <n>', `updates of the policy (${UPDATES})`)
    .option('--steps <n>', `most steps of a relaxation (${STEPS})`)
    .option('--anneal <n>', `steps until all weights are the system's own again; 0: never (${ANNEAL})`)
    .option('--hidden <n>', `units of the policy (${HIDDEN})`)
    .option('--seed <n>', 'of the policy and its draws (0)')
    .option(
      '--out <dir>',
      'write policy.json, updates.jsonl, checkpoint.json and the scenarios with the policy in them',
    )
    .option('--resume', 'go on with the training in the folder of --out')
    .option('--json', 'print one JSON document')
    .option('--seeds <n>', `graphs of each family and size (${SEEDS})`);
  for (const [flag, meaning] of caseOptions) command.option(flag, meaning);
  command.action((files: readonly string[], flags: Flags) => run(files, flags, io));
}

async function run(files: readonly string[], flags: Flags, io: Io): Promise<void> {
  const whole = (flag: string, text: string | undefined, fallback: number, least: number): number =>
    text === undefined ? fallback : wholeNumber(flag, text, least);
  const updates = whole('--updates', flags.updates, UPDATES, 1);
  const steps = whole('--steps', flags.steps, STEPS, 1);
  const anneal = whole('--anneal', flags.anneal, ANNEAL, 0);
  const hidden = whole('--hidden', flags.hidden, HIDDEN, 1);
  const seed = whole('--seed', flags.seed, 0, 0);
  if (flags.resume === true && flags.out === undefined) {
    throw new CfcError('OPTION_INVALID', 'there is no folder to resume from', '--resume', 'Give it by --out.');
  }
  if (flags.out !== undefined) checkNames(files);
  const cases = await casesOf(files, flags, io, SEEDS);
  const problems = cases.map(({ system, eta0, plan }) => recorded(system, eta0, plan, { steps, anneal }));
  const coder = weightCoder(weightSpec({ hidden, terms: problems.flatMap(({ terms }) => terms) }));
  const environment = outcomes(problems, coder, { seed });
  const learner = trainer(coder.policy(), coder.tokens, environment, { ...settings, layout: coder.spec.layout, seed });
  const training = openTraining(
    flags.out === undefined ? null : resolve(io.cwd, flags.out),
    { cases: cases.map(({ name }) => name), steps, anneal, seed, spec: coder.spec },
    flags.resume === true,
    learner.begin(),
  );
  const save = (state: TrainerState): void => training.save(state, coder.spec);
  const state = await learnt(learner.update, training, save, updates, io);
  save(state);
  if (state.updates < updates) throw new Interrupted(interruption(state.updates, flags));
  if (flags.out !== undefined) await writeScenarios(files, resolve(io.cwd, flags.out), state, coder.spec, anneal, io);
  io.stdout.write(flags.json === true ? jsonText(documentOf(cases, training, coder)) : textOf(cases, training, flags));
}

/** Makes updates until there are enough, or a signal asks to end; saves now and then. */
async function learnt(
  update: (state: TrainerState) => { readonly state: TrainerState; readonly row: UpdateRow },
  training: Training,
  save: (state: TrainerState) => void,
  updates: number,
  io: Io,
): Promise<TrainerState> {
  const interrupt = io.interruptible();
  const line = statusLine(io.stderr);
  let state = training.from;
  let due = performance.now() + PERIOD;
  try {
    while (state.updates < updates) {
      await setImmediate(); // lets signals in
      if (interrupt.aborted) return state;
      const next = update(state);
      state = next.state;
      training.add(next.row);
      if (performance.now() >= due) {
        save(state);
        due = performance.now() + PERIOD;
      }
      line.tell(() => `update ${state.updates} of ${updates}, reward ${next.row.reward.toFixed(3)}`);
    }
    return state;
  } finally {
    line.done();
  }
}

const interruption = (done: number, { out }: Flags): string =>
  `interrupted after update ${done}.${out === undefined ? '' : ' Go on with the same command and --resume.'}`;

const documentOf = (cases: readonly Case[], { rows }: Training, { spec }: WeightCoder) => ({
  cases: cases.map(({ name }) => name),
  spec,
  updates: rows,
});

/** Rewards of the first and the last tenth, and where the policy is. */
function textOf(cases: readonly Case[], { rows }: Training, { out }: Flags): string {
  const few = Math.max(1, Math.floor(rows.length / 10));
  const mean = (part: readonly UpdateRow[]): string =>
    (part.reduce((sum, { reward }) => sum + reward, 0) / part.length).toFixed(3);
  const written =
    out === undefined
      ? 'Nothing is written without --out.'
      : `Written: ${out} (policy.json, updates.jsonl, checkpoint.json)`;
  const learned = `reward ${mean(rows.slice(0, few))} in the first ${counted(few, 'update')}, ${mean(rows.slice(-few))} in the last`;
  return `${counted(cases.length, 'relaxation')}, ${counted(rows.length, 'update')}: ${learned}\n${written}\n`;
}
