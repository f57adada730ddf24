import type { Sink } from '../io.js';
import type { Listener } from './run-steps.js';

/** Counts the warnings of a run and tells of them once, at its end. */
export function warningCount(stderr: Sink): Listener & { done(): void } {
  let count = 0;
  let last = '';
  return {
    step({ step, warnings }) {
      count += warnings.length;
      const latest = warnings.at(-1);
      if (latest !== undefined) last = `at step ${step}: ${latest}`;
    },
    pause() {},
    done() {
      if (count > 0) stderr.write(`${count} ${count === 1 ? 'warning' : 'warnings, the last'} ${last}\n`);
    },
  };
}
