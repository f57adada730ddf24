import { resolve } from 'node:path';
import { createDual } from '@cfc/dual';
import type { Command } from 'commander';
import { runJson } from '../documents/run-document.js';
import { loadConfig, type LoadedConfig } from '../dual/load-config.js';
import { type Replay, replayCodec, replayFingerprint, replayRows } from '../dual/replay.js';
import { replayDocument } from '../dual/replay-document.js';
import { openValues, type Values } from '../dual/values.js';
import { Interrupted } from '../errors/interrupted.js';
import { Told } from '../errors/told.js';
import type { Io, Sink } from '../io.js';
import { statusLine } from '../progress/status-line.js';
import { guardedRecorder } from '../run/guarded-recorder.js';
import { checkOutFlags, type OutFlags, writtenText } from '../run/out-flags.js';
import { memoryRecorder, type Recorder } from '../run/recorder.js';
import { folderRecorder, readRunFolder, startFolder } from '../run/run-folder.js';
import { replayText } from '../text/replay-text.js';
import { version } from '../version.js';

interface Flags extends OutFlags {
  readonly json?: boolean;
}

/** `cfc dual replay`: multipliers of recorded losses. */
export function addDualReplay(dual: Command, io: Io): void {
  dual
    .command('replay')
    .description('hand recorded losses to the multipliers of a configuration, row by row')
    .argument('<config>', 'configuration, YAML or JSON: losses and dual')
    .argument('<values>', 'table of losses, .csv or .jsonl: a column for each constraint, task, ease:k')
    .option('--out <dir>', 'write run.json, trace.jsonl, state.json and result.json to this folder')
    .option('--resume', 'go on with the replay in the folder of --out')
    .option('--json', 'print one JSON document')
    .action((config: string, values: string, flags: Flags) => replay(config, values, flags, io));
}

async function replay(file: string, table: string, flags: Flags, io: Io): Promise<void> {
  checkOutFlags(flags);
  const loaded = await loadConfig(file, io.cwd);
  const values = await openValues(table, io.cwd, Object.keys(loaded.config.constraints));
  tellOf(loaded, values, table, io.stderr);
  const { recorder, from } = opened(loaded, values, flags, io);
  const guard = guardedRecorder(recorder, flags.out ?? '', io.stderr);
  const taken = await replayed(values, from, guard, io);
  if (taken < values.count) throw new Interrupted(interruption(file, table, flags, taken));

  const document = await replayDocument(guard.lines());
  await guard.finish(runJson(document, guard.lines()));
  if (flags.json === true) for await (const part of runJson(document, guard.lines())) io.stdout.write(part);
  else io.stdout.write(`${replayText(document)}\n${guard.failed() ? '' : writtenText(flags)}`);
  if (guard.failed()) throw new Told();
}

function tellOf({ warnings }: LoadedConfig, { unread }: Values, table: string, stderr: Sink): void {
  for (const { where, what, todo } of warnings) stderr.write(`warning: ${what} (at ${where}). ${todo}.\n`);
  if (unread.length > 0) stderr.write(`not read of ${table}: ${unread.join(', ')}\n`);
}

/** What keeps the rows, and where the replay goes on from. */
function opened(
  loaded: LoadedConfig,
  values: Values,
  { out, resume = false }: Flags,
  io: Io,
): { recorder: Recorder<Replay>; from: Replay } {
  const start: Replay = { dual: createDual(loaded.config), taken: 0 };
  if (out === undefined) return { recorder: memoryRecorder(true), from: start };
  const path = resolve(io.cwd, out);
  const fingerprint = replayFingerprint(loaded, values);
  const codec = replayCodec(loaded.config);
  const checkpoint = resume ? readRunFolder(path, fingerprint, codec) : { state: start, fingerprint, traceBytes: 0 };
  const { file, tree } = loaded;
  const identity = { scenario: { file, tree }, fingerprint, versions: { '@cfc/cli': version() } };
  startFolder(path, identity, { resume, sources: io.cwd });
  return { recorder: folderRecorder(path, checkpoint, codec), from: checkpoint.state };
}

/** Takes the rows; whatever ends them, what a folder has heard of is on the disk afterwards. */
async function replayed(values: Values, from: Replay, recorder: Recorder<Replay>, io: Io): Promise<number> {
  const line = statusLine(io.stderr);
  const told = {
    step() {},
    pause: ({ taken }: Replay) => line.tell(() => `row ${taken} of ${values.count}`),
  };
  try {
    return await replayRows(values, from, io.interruptible(), [recorder, told]);
  } finally {
    line.done();
    recorder.close();
  }
}

function interruption(file: string, table: string, { out }: Flags, taken: number): string {
  const next = out === undefined ? '' : ` Go on with: cfc dual replay ${file} ${table} --out ${out} --resume`;
  return `interrupted after row ${taken}.${next}`;
}
