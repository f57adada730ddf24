import type { Cell, Row } from '../table/row.js';

const special = /[",\r\n]/;

/** A field after RFC 4180: quoted where it holds a comma, a quote or a line break; null is empty. */
function field(cell: Cell | undefined): string {
  if (typeof cell === 'number') return `${cell}`;
  if (cell === null || cell === undefined) return '';
  const text = String(cell);
  return special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A heading; one empty name is quoted, or its line would be no record. */
export const csvHeading = (columns: readonly string[]): string => `${columns.map(field).join(',') || '""'}\n`;

/** A row as a line; columns that it lacks are empty. */
export function csvLine(row: Row, columns: readonly string[]): string {
  let line = columns.length === 1 && field(row[columns[0]!]) === '' ? '""' : field(row[columns[0]!]);
  for (let k = 1; k < columns.length; k++) line += `,${field(row[columns[k]!])}`;
  return `${line}\n`;
}
