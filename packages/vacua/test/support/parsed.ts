import { type CfcError, isCfcError } from '@cfc/core';
import { type Lines, linesOf } from '../../src/index.js';

type Parse<T> = (lines: Lines) => AsyncIterable<T>;

/** All that a parser finds in lines. */
export async function all<T>(entries: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const entry of entries) found.push(entry);
  return found;
}

/** All that a parser finds in a text. */
export const parsed = <T>(parse: Parse<T>, text: string): Promise<T[]> => all(parse(linesOf(text, 'a.txt')));

/** The error of a parser on a text, as `where: what`. */
export async function fault<T>(entries: AsyncIterable<T>): Promise<string> {
  try {
    await all(entries);
  } catch (error) {
    if (isCfcError(error) && error.code === 'INPUT_INVALID') return told(error);
    throw error;
  }
  return 'none';
}

export const faultOf = <T>(parse: Parse<T>, text: string): Promise<string> => fault(parse(linesOf(text, 'a.txt')));

const told = ({ where, what }: CfcError): string => `${where}: ${what}`;
