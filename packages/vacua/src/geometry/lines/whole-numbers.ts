import { badLine, type Line } from './line.js';

/** Most characters of a piece of input that an error repeats. */
const SHOWN = 24;

/** What a file holds where something else was looked for, short enough for an error. */
export const quoted = (text: string): string => JSON.stringify(text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

/** The whole number that a text stands for, at most nine digits long. Throws `INPUT_INVALID` that names the line. */
export function wholeNumber(text: string, line: Line, least = -Infinity): number {
  const value = /^[+-]?\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (value >= least) return value + 0;
  const range = least === -Infinity ? '' : ` of at least ${least}`;
  throw badLine(line, `${quoted(text)} is not a whole number${range}`);
}

/** The whole numbers of a text, apart by spaces. Throws `INPUT_INVALID` that names the line. */
export const wholeNumbers = (text: string, line: Line, least?: number): number[] =>
  text.trim() === ''
    ? []
    : text
        .trim()
        .split(/\s+/)
        .map((one) => wholeNumber(one, line, least));
