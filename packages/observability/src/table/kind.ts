import { CfcError } from '@cfc/core';
import { csvParser, jsonLinesParser, type Parser } from './parsers.js';
import { wholeLines, wholeRecords } from './whole-records.js';

/** How a table is written in a file. */
export interface Kind {
  /** Where the last complete record of some bytes ends. */
  readonly whole: (bytes: Uint8Array) => number;
  /** Whether the first record of a file is a heading that the parser needs. */
  readonly headed: boolean;
  /** For one file, from its beginning. */
  readonly parser: (path: string) => Parser;
}

const csv: Kind = { whole: wholeRecords, headed: true, parser: csvParser };
const jsonLines: Kind = { whole: wholeLines, headed: false, parser: jsonLinesParser };

/** By the ending of a path: `.csv`, `.jsonl` or `.ndjson`. Throws `INPUT_INVALID` for another. */
export function kindOf(path: string): Kind {
  if (/\.csv$/i.test(path)) return csv;
  if (/\.(jsonl|ndjson)$/i.test(path)) return jsonLines;
  throw new CfcError('INPUT_INVALID', 'not a table', path, 'Give a file that ends in .csv, .jsonl or .ndjson.');
}
