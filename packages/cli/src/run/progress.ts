import type { RelaxState } from '@cfc/core';
import type { Sink } from '../io.js';
import { statusLine } from '../progress/status-line.js';
import { short } from '../text/number.js';
import type { Listener } from './run-steps.js';

/** Tells on stderr how far a long run has come: one line rewritten on a terminal, else one now and then. */
export function progress(stderr: Sink, now?: () => number): Listener & { done(): void } {
  const line = statusLine(stderr, now);
  return {
    step() {},
    pause({ steps, point }: RelaxState) {
      line.tell(() => `step ${steps}, energy ${short(point.energy)}`);
    },
    done: () => line.done(),
  };
}
