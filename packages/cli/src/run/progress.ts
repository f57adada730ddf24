import type { RelaxState } from '@cfc/core';
import type { Sink } from '../io.js';
import { short } from '../text/number.js';
import type { Listener } from './run-steps.js';

/** Times in ms: when a run counts as long, and how often it is told of on a terminal and elsewhere. */
const LONG = 500;
const OFTEN = 100;
const SELDOM = 10_000;

/** Tells on stderr how far a long run has come: one line rewritten on a terminal, else one now and then. */
export function progress(stderr: Sink, now: () => number = () => performance.now()): Listener & { done(): void } {
  const terminal = stderr.isTTY === true;
  const period = terminal ? OFTEN : SELDOM;
  let due = now() + (terminal ? LONG : SELDOM);
  let shown = false;
  return {
    step() {},
    pause({ steps, point }: RelaxState) {
      if (now() < due) return;
      due = now() + period;
      const line = `step ${steps}, energy ${short(point.energy)}`;
      stderr.write(terminal ? `\r${line}\u001b[K` : `${line}\n`);
      shown = true;
    },
    done() {
      if (terminal && shown) stderr.write('\r\u001b[K');
    },
  };
}
