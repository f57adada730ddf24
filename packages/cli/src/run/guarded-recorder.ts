import { CfcError, type RelaxState } from '@cfc/core';
import type { Sink } from '../io.js';
import type { Recorder } from './recorder.js';

/** A recorder that never stops a run. */
export interface GuardedRecorder<State = RelaxState> extends Recorder<State> {
  /** Whether something could not be written. */
  failed(): boolean;
}

/** Tells on stderr, once, when the folder of a run cannot be written to; the run goes on. */
export function guardedRecorder<State>(recorder: Recorder<State>, path: string, stderr: Sink): GuardedRecorder<State> {
  let failed = false;
  const fail = (error: unknown): void => {
    if (failed) return;
    failed = true;
    const what = `the run goes on, but its folder cannot be written to: ${(error as Error).message}`;
    stderr.write(`${new CfcError('WRITE_FAILED', what, path).message}\n`);
  };
  const safely = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      fail(error);
    }
  };
  return {
    step: (row, state) => safely(() => recorder.step(row, state)),
    pause: (state) => safely(() => recorder.pause(state)),
    close: () => safely(() => recorder.close()),
    lines: () => recorder.lines(),
    finish: (document) => recorder.finish(document).catch(fail),
    failed: () => failed,
  };
}
