import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CfcError, type RelaxState } from '@cfc/core';
import { type Checkpoint, readCheckpoint, writeCheckpoint } from './checkpoint.js';
import type { Recorder } from './recorder.js';
import { checkTrace, openTrace } from './trace-file.js';
import { writePartsAtomically } from './write-atomically.js';

/** At least so many ms from one checkpoint to the next, and so many times what writing one took. */
const PERIOD = 1000;
const SHARE = 20;

/** Makes the folder. Throws `INPUT_INVALID` where it cannot be made, or holds a run already. */
export function createRunFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
    accessSync(path, constants.W_OK);
  } catch (error) {
    const what = `the folder cannot be used: ${(error as Error).message}`;
    throw new CfcError('INPUT_INVALID', what, '--out', 'Give a folder that you may write to.');
  }
  const taken = ['state.json', 'trace.jsonl', 'result.json'].find((name) => existsSync(join(path, name)));
  if (taken === undefined) return;
  const fix = 'Go on with it by --resume, or give another folder.';
  throw new CfcError('INPUT_INVALID', `the folder holds a run already: ${taken}`, `--out ${path}`, fix);
}

/** Reads back the run in a folder. Throws `INPUT_INVALID` where there is none, or that of another scenario. */
export function readRunFolder(path: string, fingerprint: string): Checkpoint {
  const checkpoint = readCheckpoint(join(path, 'state.json'), fingerprint);
  checkTrace(join(path, 'trace.jsonl'), checkpoint.traceBytes);
  return checkpoint;
}

/** Writes trace.jsonl and state.json from a checkpoint on, which is saved at once, and at the end result.json. */
export function folderRecorder(path: string, from: Checkpoint): Recorder {
  const trace = openTrace(join(path, 'trace.jsonl'), from.traceBytes);
  let last: RelaxState = from.state;
  let due = 0;
  const save = (): void => {
    const start = performance.now();
    writeCheckpoint(join(path, 'state.json'), { ...from, state: last, traceBytes: trace.flush() });
    const end = performance.now();
    due = end + Math.max(PERIOD, SHARE * (end - start));
  };
  save();
  return {
    step(row, state) {
      last = state;
      trace.append(row);
    },
    pause() {
      if (performance.now() >= due) save();
    },
    close() {
      save();
      trace.close();
    },
    lines: () => trace.lines(),
    finish: (document) => writePartsAtomically(join(path, 'result.json'), document),
  };
}
