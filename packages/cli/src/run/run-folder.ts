import { join } from 'node:path';
import { CfcError, isCfcError } from '@cfc/core';
import { runFiles, type RunIdentity, startRun, type StartOptions } from '@cfc/observability/node';
import { type Checkpoint, type Codec, readCheckpoint, writeCheckpoint } from './checkpoint.js';
import type { Recorder } from './recorder.js';
import { checkTrace, openTrace } from './trace-file.js';
import { writePartsAtomically } from './write-atomically.js';

/** At least so many ms from one checkpoint to the next, and so many times what writing one took. */
const PERIOD = 1000;
const SHARE = 20;

/** Begins a run in a folder, or goes on with it. Throws `INPUT_INVALID` where it cannot be used, or holds another run. */
export function startFolder(path: string, identity: RunIdentity, options: StartOptions): void {
  try {
    startRun(path, identity, options);
  } catch (error) {
    if (!isCfcError(error) || error.code !== 'INPUT_INVALID') throw error;
    const fix = 'Go on with a run by --resume, or give another folder that you may write to.';
    throw new CfcError(error.code, error.what, `--out ${path}`, fix);
  }
}

/** Reads back the run in a folder. Throws `INPUT_INVALID` where there is none, or that of a run of something else. */
export function readRunFolder<State>(path: string, fingerprint: string, codec: Codec<State>): Checkpoint<State> {
  const checkpoint = readCheckpoint(join(path, runFiles.checkpoint), fingerprint, codec);
  checkTrace(join(path, runFiles.trace), checkpoint.traceBytes);
  return checkpoint;
}

/** Writes trace.jsonl and state.json from a checkpoint on, which is saved at once, and at the end result.json. */
export function folderRecorder<State>(path: string, from: Checkpoint<State>, codec: Codec<State>): Recorder<State> {
  const trace = openTrace(join(path, runFiles.trace), from.traceBytes);
  let last = from.state;
  let due = 0;
  const save = (): void => {
    const start = performance.now();
    try {
      writeCheckpoint(join(path, runFiles.checkpoint), { ...from, state: last, traceBytes: trace.flush() }, codec);
    } finally {
      const end = performance.now();
      due = end + Math.max(PERIOD, SHARE * (end - start));
    }
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
      try {
        save();
      } finally {
        trace.close();
      }
    },
    lines: () => trace.lines(),
    finish: (document) => writePartsAtomically(join(path, runFiles.result), document),
  };
}
