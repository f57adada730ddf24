import { closeSync, openSync, readSync } from 'node:fs';
import { csvParseRows } from 'd3-dsv';
import { lastPart, partOf } from '../table/parts.js';
import { wholeRecords } from '../table/whole-records.js';
import { wholeSize } from '../table/whole-size.js';
import { type AppendFile, openAppend } from './append-file.js';
import { csvHeading, csvLine } from './csv-text.js';
import { type Writer, writerOf } from './writer.js';
import { writing } from './write-failed.js';

/**
 * CSV after RFC 4180 (comma, `\n`, quotes where needed, null empty) with a heading.
 *
 * A row with a column that the heading lacks begins a further file with the longer heading: `name.csv`, `name.2.csv`, ...;
 * each is a whole CSV file, and `readTable` reads them as one. A table that is there already is gone on with, after its
 * last complete record. Throws `WRITE_FAILED`.
 *
 * @example
 * const trace = csvWriter('trace.csv');
 * relax(system, eta0, { method, observers: [energyBudgetTracker(system, trace)] });
 * trace.close();
 */
export function csvWriter(path: string): Writer {
  let { part, columns, file, headed } = writing(path, () => resumed(path));
  const extend = (more: readonly string[]): void => {
    if (headed) {
      file.close(); // before there is a next part
      file = openAppend(partOf(path, ++part), 0);
    }
    columns = [...columns, ...more];
    headed = true;
    file.append(csvHeading(columns));
  };
  return writerOf(
    (row) => {
      const names = Object.keys(row);
      if (names.length === 0) return;
      const known = headed && names.every((name, k) => name === columns[k] || columns.includes(name));
      if (!known) extend(names.filter((name) => !columns.includes(name)));
      file.append(csvLine(row, columns));
    },
    { flush: () => file.flush(), close: () => file.close() },
  );
}

interface Begun {
  readonly part: number;
  readonly columns: readonly string[];
  readonly file: AppendFile;
  /** Whether the last part has a heading. */
  readonly headed: boolean;
}

function resumed(path: string): Begun {
  const part = lastPart(path);
  const last = partOf(path, part);
  const size = wholeSize(last, wholeRecords);
  const from = size > 0 || part === 1 ? last : partOf(path, part - 1);
  return { part, columns: headingOf(from), file: openAppend(last, size), headed: size > 0 };
}

/** The heading of a file whose first record is complete; none where it is empty. */
function headingOf(path: string): readonly string[] {
  if (wholeSize(path, wholeRecords) === 0) return [];
  const file = openSync(path, 'r');
  try {
    let bytes = Buffer.alloc(0);
    while (wholeRecords(bytes) === 0) {
      const more = Buffer.alloc(1 << 16);
      bytes = Buffer.concat([bytes, more.subarray(0, readSync(file, more))]);
    }
    return csvParseRows(bytes.subarray(0, wholeRecords(bytes)).toString())[0] ?? [];
  } finally {
    closeSync(file);
  }
}
