import { csvParseRows } from 'd3-dsv';
import type { Cell, Row } from '../table/row.js';

/** A line of a table as a row; null for one that is none, as the heading of CSV. */
export type RowParser = (line: string) => Row | null;

/** For JSON lines, or for CSV under the heading given. A record of CSV with a line break inside quotes is passed over. */
export function rowParser(heading: string | null): RowParser {
  if (heading === null) return jsonRow;
  const names = fieldsOf(heading);
  return (line) => {
    if (line === heading) return null;
    const fields = fieldsOf(line);
    if (fields.length !== names.length) return null;
    return Object.fromEntries(names.map((name, k) => [name, cellOf(fields[k]!)]));
  };
}

function jsonRow(line: string): Row | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : null;
  } catch {
    return null;
  }
}

const words = new Map<string, Cell>([
  ['', null],
  ['true', true],
  ['false', false],
]);

function cellOf(text: string): Cell {
  const word = words.get(text.trim());
  if (word !== undefined) return word;
  const number = Number(text);
  return Number.isNaN(number) ? text : number;
}

/** The fields of one record. */
function fieldsOf(line: string): readonly string[] {
  const text = line.endsWith('\r') ? line.slice(0, -1) : line;
  return text.includes('"') ? (csvParseRows(text)[0] ?? []) : text.split(',');
}
