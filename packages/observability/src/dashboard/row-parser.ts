import { csvParseRows } from 'd3-dsv';
import type { Kind } from '../table/kind.js';
import type { Row } from '../table/row.js';
import { firstRecord } from '../table/whole-records.js';
import { readFrom } from '../runs/read-from.js';

/** Rows of a text of complete records, and how many of these are no rows. */
export interface Parsed {
  readonly rows: readonly Row[];
  readonly broken: number;
}

const HEADING = 1 << 16;

/** Like the parser of `readTable` for one file from a byte on, but what is no row is counted and passed over. */
export async function rowParser(name: string, kind: Kind, from: number): Promise<(text: string) => Parsed> {
  const parse = kind.parser(name);
  if (kind.headed && from > 0) parse(await headingOf(name));
  return (text) => {
    try {
      return { rows: parse(text), broken: 0 };
    } catch {
      return oneByOne(text, parse);
    }
  };
}

/** The heading of a CSV file with its line break; empty where it is not complete. */
export const headingOf = async (name: string): Promise<string> => (await readFrom(name, 0, firstRecord, HEADING)).text;

/** How many columns a heading names. */
export const fieldsOf = (heading: string): number => (csvParseRows(heading)[0] ?? []).length;

function oneByOne(text: string, parse: (text: string) => readonly Row[]): Parsed {
  const rows: Row[] = [];
  let broken = 0;
  for (const line of text.split('\n').slice(0, -1)) {
    try {
      rows.push(...parse(`${line}\n`));
    } catch {
      broken++;
    }
  }
  return { rows, broken };
}
