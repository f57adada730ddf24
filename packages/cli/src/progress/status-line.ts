import type { Sink } from '../io.js';

/** Times in ms: when work counts as long, and how often it is told of on a terminal and elsewhere. */
const LONG = 500;
const OFTEN = 100;
const SELDOM = 10_000;

/** Tells on stderr how far long work has come. */
export interface StatusLine {
  /** Shows the line where it is time to. */
  tell(line: () => string): void;
  /** Clears the line. */
  done(): void;
}

/** One line that is rewritten on a terminal; elsewhere one line now and then. */
export function statusLine(stderr: Sink, now: () => number = () => performance.now()): StatusLine {
  const terminal = stderr.isTTY === true;
  const period = terminal ? OFTEN : SELDOM;
  let due = now() + (terminal ? LONG : SELDOM);
  let shown = false;
  return {
    tell(line) {
      if (now() < due) return;
      due = now() + period;
      stderr.write(terminal ? `\r${line()}\u001b[K` : `${line()}\n`);
      shown = true;
    },
    done() {
      if (terminal && shown) stderr.write('\r\u001b[K');
    },
  };
}
