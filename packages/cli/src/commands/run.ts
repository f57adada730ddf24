import { join, resolve } from 'node:path';
import { begin, checkState, type RelaxState, solutionOf } from '@cfc/core';
import type { BudgetOptions } from '@cfc/observability';
import { runFiles } from '@cfc/observability/node';
import type { Command } from 'commander';
import { runDocument, runJson } from '../documents/run-document.js';
import { Interrupted } from '../errors/interrupted.js';
import { Told } from '../errors/told.js';
import type { Io } from '../io.js';
import { relaxCodec } from '../run/checkpoint.js';
import { type ColumnFlags, columnGroups, columnsOf } from '../run/columns.js';
import { guardedRecorder } from '../run/guarded-recorder.js';
import { checkOutFlags, type OutFlags, writtenText } from '../run/out-flags.js';
import { progress } from '../run/progress.js';
import { memoryRecorder, type Recorder } from '../run/recorder.js';
import { folderRecorder, readRunFolder, startFolder } from '../run/run-folder.js';
import { runIdentity } from '../run/run-identity.js';
import { runSteps } from '../run/run-steps.js';
import { warningCount } from '../run/warning-count.js';
import { type LoadedScenario, loadScenario } from '../scenario/load-scenario.js';
import { runHeading } from '../text/heading.js';
import { runText } from '../text/run-text.js';

interface Flags extends ColumnFlags, OutFlags {
  readonly json?: boolean;
}

/** `cfc run`: relaxes a scenario. */
export function addRun(program: Command, io: Io): void {
  program
    .command('run')
    .description('relax a scenario')
    .argument('<scenario>', 'scenario file, YAML or JSON')
    .option('--out <dir>', 'write run.json, trace.jsonl, state.json and result.json to this folder')
    .option('--resume', 'go on with the run in the folder of --out')
    .option('--columns <groups...>', `record more of every step: ${columnGroups.join(', ')}`)
    .option('--temperature <T>', 'record the entropy S of every step, and F = U - T S')
    .option('--reference <dir>', 'record alignment with, and drift from, the end of the run in that folder')
    .option('--json', 'print one JSON document')
    .action((file: string, flags: Flags) => run(file, flags, io));
}

async function run(file: string, flags: Flags, io: Io): Promise<void> {
  checkOutFlags(flags);
  const loaded = await loadScenario(file, io.cwd);
  const columns = columnsOf(flags, loaded.system, io.cwd);
  const start = begin(loaded.system, loaded.eta0, loaded.plan);
  const people = flags.json !== true;
  const { recorder, from } =
    flags.out === undefined ? { recorder: memoryRecorder(!people), from: start } : opened(loaded, start, flags, io);
  const guard = guardedRecorder(recorder, flags.out ?? '', io.stderr);
  if (people) io.stdout.write(`${runHeading(loaded)}\n\n`);

  const state = await relaxed(loaded, from, guard, columns, io);
  if (state.outcome === null) throw new Interrupted(interruption(file, flags, state.steps));

  const solution = solutionOf(loaded.system, state);
  const document = () => runJson(runDocument(solution), guard.lines());
  await guard.finish(document());
  if (people) io.stdout.write(`${runText(loaded, start, solution)}\n${guard.failed() ? '' : writtenText(flags)}`);
  else for await (const part of document()) io.stdout.write(part);
  if (guard.failed()) throw new Told();
}

/** The folder that a run writes to, and the state that it goes on from. */
function opened(
  loaded: LoadedScenario,
  start: RelaxState,
  { out = '', resume = false }: Flags,
  io: Io,
): { recorder: Recorder; from: RelaxState } {
  const path = resolve(io.cwd, out);
  const { fingerprint } = loaded;
  const checkpoint = resume
    ? readRunFolder(path, fingerprint, relaxCodec)
    : { state: start, fingerprint, traceBytes: 0 };
  if (resume) checkState(loaded.system, loaded.plan, checkpoint.state, join(out, runFiles.checkpoint));
  startFolder(path, runIdentity(loaded), { resume, sources: io.cwd });
  return { recorder: folderRecorder(path, checkpoint, relaxCodec), from: checkpoint.state };
}

/** Takes the steps; whatever ends them, what a folder has heard of is on the disk afterwards. */
async function relaxed(
  loaded: LoadedScenario,
  from: RelaxState,
  recorder: Recorder,
  columns: BudgetOptions,
  io: Io,
): Promise<RelaxState> {
  const told = [progress(io.stderr), warningCount(io.stderr)];
  try {
    return await runSteps(loaded, from, io.interruptible(), [recorder, ...told], columns);
  } finally {
    for (const { done } of told) done();
    recorder.close();
  }
}

function interruption(file: string, { out }: Flags, steps: number): string {
  const next = out === undefined ? '' : ` Go on with: cfc run ${file} --out ${out} --resume`;
  return `interrupted after step ${steps}.${next}`;
}
