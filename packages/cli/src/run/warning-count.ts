import type { Sink } from '../io.js';
import type { Listener } from './run-steps.js';

/** Counts the warnings of a run and tells of them once, at its end. */
export function warningCount(stderr: Sink): Listener & { done(): void } {
  let count = 0;
  let last = '';
  return {
    step({ step, warnings }) {
      if (typeof warnings !== 'string') return;
      count++;
      last = `at step ${step}: ${warnings}`;
    },
    pause() {},
    done() {
      if (count > 0) stderr.write(`${count} ${count === 1 ? 'warning' : 'warnings, the last'} ${last}\n`);
    },
  };
}
