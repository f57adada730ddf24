import { CfcError } from '@cfc/core';

/** One line of a file, with where it stands. */
export interface Line {
  /** Without its line break. */
  readonly text: string;
  /** Counted from 1. */
  readonly number: number;
  /** The file, as errors name it. */
  readonly source: string;
}

/** The lines of a file, in order. `readLines` and `linesOf` give them. */
export type Lines = AsyncIterable<Line> | Iterable<Line>;

/** What is wrong with a line, as `INPUT_INVALID` at `source:line`. */
export const badLine = ({ source, number }: Omit<Line, 'text'>, what: string, fix?: string): CfcError =>
  new CfcError('INPUT_INVALID', what, `${source}:${number}`, fix);

/** The lines of a text. */
export function* linesOf(text: string, source = 'text'): Generator<Line> {
  const all = text.split(/\r?\n/);
  if (all.at(-1) === '') all.pop();
  for (const [k, one] of all.entries()) yield { text: one, number: k + 1, source };
}
