import type { Lines } from '../documents/run-document.js';
import type { RelaxState } from '@cfc/core';
import type { Listener } from './run-steps.js';

/** Keeps the steps of a run. */
export interface Recorder<State = RelaxState> extends Listener<State> {
  /** The rows of the trace. */
  lines(): Lines;
  /** After the last step, however the run ended. */
  close(): void;
  /** After a run that came to its end, with the document of its result. */
  finish(document: AsyncIterable<string>): Promise<void>;
}

/** Keeps the trace in memory; or, since people are not shown single steps, nothing. */
export function memoryRecorder(keep: boolean): Recorder<unknown> {
  const lines: string[] = [];
  return {
    step(row) {
      if (keep) lines.push(JSON.stringify(row));
    },
    pause() {},
    lines: () => lines,
    close() {},
    finish: () => Promise.resolve(),
  };
}
