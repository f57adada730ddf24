import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Row } from '../table/row.js';
import { csvHeading, csvLine } from '../writers/csv-text.js';
import { headers } from './headers.js';
import { beginning, rowsFrom } from './rows-from.js';

/** How a table may be taken away, by the ending of the file. */
const types: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/x-ndjson; charset=utf-8',
};

/** Whether a query names one of them. */
export const isFormat = (format: string | null): format is string => format !== null && Object.hasOwn(types, format);

/**
 * Sends a whole table, all its parts, as one file to be saved, as fast as the reader takes it. For CSV it is gone through twice: the heading has
 * every column that any row has.
 */
export async function exportTable(response: ServerResponse, path: string, name: string, format: string): Promise<void> {
  response.writeHead(200, {
    ...headers,
    'Content-Type': types[format]!,
    'Content-Disposition': `attachment; filename*=UTF-8''${encoded(`${name}.${format}`)}`,
  });
  await pipeline(texts(path, format), response);
}

async function* texts(path: string, format: string): AsyncGenerator<string, void, void> {
  const columns = format === 'csv' ? await columnsOf(path) : [];
  const line = (row: Row): string => (format === 'csv' ? csvLine(row, columns) : `${JSON.stringify(row)}\n`);
  if (columns.length > 0) yield csvHeading(columns);
  for await (const { rows } of rowsFrom(path, beginning)) yield rows.map(line).join('');
}

async function columnsOf(path: string): Promise<readonly string[]> {
  const names = new Set<string>();
  for await (const { rows } of rowsFrom(path, beginning)) {
    for (const row of rows) for (const name of Object.keys(row)) names.add(name);
  }
  return [...names];
}

/** After RFC 5987; what means something in a file's name is left out. */
const encoded = (name: string): string =>
  encodeURIComponent(name.replace(/[/\\:*?"<>|\p{Cc}\p{Cs}]/gu, '_')).replace(
    /['()]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
