import { CfcError } from '@cfc/core';
import { csvParser, jsonLinesParser, type Parser } from './parsers.js';
import { wholeLines, wholeRecords } from './whole-records.js';

/** How a table is written in a file. */
export interface Kind {
  /** Where the last complete record of some bytes ends. */
  readonly whole: (bytes: Uint8Array) => number;
  /** For one file, from its beginning. */
  readonly parser: (path: string) => Parser;
}

const csv: Kind = { whole: wholeRecords, parser: csvParser };
const jsonLines: Kind = { whole: wholeLines, parser: jsonLinesParser };

/** By the ending of a path: `.csv`, `.jsonl` or `.ndjson`. Throws `INPUT_INVALID` for another. */
export function kindOf(path: string): Kind {
  if (path.endsWith('.csv')) return csv;
  if (path.endsWith('.jsonl') || path.endsWith('.ndjson')) return jsonLines;
  throw new CfcError('INPUT_INVALID', 'not a table', path, 'Give a file that ends in .csv, .jsonl or .ndjson.');
}
