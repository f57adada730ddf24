import { CfcError } from '@cfc/core';
import type { Said } from './entry.js';

/** Takes one line of the log, its line feed included. */
export type Sink = (line: string) => void;

/**
 * Writes entries one after another, numbered. A line that the sink threw at is handed to it again before anything else is
 * done, so that no line is lost or overtaken.
 */
export class Log {
  readonly #sink: Sink | undefined;
  readonly #kept: string[];
  readonly #waiting: string[] = [];
  #flushing = false;
  #next: number;

  /**
   * @param sink takes every further line; without one they are kept
   * @param kept lines from before
   * @param next the number of the next entry
   */
  constructor(sink: Sink | undefined, kept: string, next: number) {
    this.#sink = sink;
    this.#kept = kept === '' ? [] : [kept];
    this.#next = next;
  }

  /** The number of the next entry. */
  get next(): number {
    return this.#next;
  }

  /** The lines that were kept. */
  get text(): string {
    return this.#kept.join('');
  }

  /** Hands waiting lines to the sink. @throws what the sink throws; `INPUT_INVALID` where it is called by the sink */
  flush(): void {
    if (this.#flushing) {
      throw new CfcError('INPUT_INVALID', 'a command inside the sink', 'sink', 'Give commands after it has returned.');
    }
    this.#flushing = true;
    try {
      for (let line = this.#waiting[0]; line !== undefined; line = this.#waiting[0]) {
        if (this.#sink === undefined) this.#kept.push(line);
        else this.#sink(line);
        this.#waiting.shift();
      }
    } finally {
      this.#flushing = false;
    }
  }

  /** @returns the entry's number */
  append(said: Said): number {
    const seq = this.#next++;
    this.#waiting.push(`${JSON.stringify({ seq, ...said })}\n`);
    return seq;
  }
}
