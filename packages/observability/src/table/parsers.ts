import { CfcError } from '@cfc/core';
import { csvParseRows } from 'd3-dsv';
import type { Cell, Row } from './row.js';

/** The rows of a text of complete records; what follows in the same file is given next. */
export type Parser = (text: string) => Row[];

const NUMBER = /^-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;
const words = new Map<string, Cell>([
  ['', null],
  ['true', true],
  ['false', false],
  ['NaN', NaN],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
]);

/** CSV knows no types: what reads as a number or a truth value is one, and an empty field is null. */
function cellOf(text: string): Cell {
  if (NUMBER.test(text)) return Number(text);
  const word = words.get(text);
  return word === undefined ? text : word;
}

/** CSV with a heading. The parser throws `INPUT_INVALID` for a row of more cells than the heading, and names the line. */
export function csvParser(path: string): Parser {
  let names: readonly string[] | null = null;
  let line = 1;
  return (text) => {
    const records = csvParseRows(text);
    const heading = names ?? records[0] ?? [];
    const first = names === null ? 1 : 0;
    const long = records.findIndex((fields, k) => k >= first && fields.length > heading.length);
    if (long >= 0) throw tooLong(records[long]!, heading, `${path}, line ${line + linesOf(records.slice(0, long))}`);
    if (records.length > 0) names = heading;
    line += lineBreaks(text);
    return records.slice(first).map((fields) => {
      const row: Record<string, Cell> = {};
      for (let k = 0; k < heading.length; k++) row[heading[k]!] = cellOf(fields[k] ?? '');
      return row;
    });
  };
}

const lineBreaks = (text: string): number => text.split('\n').length - 1;

/** Lines of records: their cells may have line breaks. */
const linesOf = (records: readonly (readonly string[])[]): number =>
  records.reduce((sum, fields) => sum + 1 + lineBreaks(fields.join('')), 0);

function tooLong(fields: readonly string[], heading: readonly string[], where: string): CfcError {
  const what = `${fields.length} cells under a heading of ${heading.length}`;
  return new CfcError('INPUT_INVALID', what, where, 'Name every column, or remove the cells.');
}

/** JSON lines. The parser throws `INPUT_INVALID` that names the line. */
export function jsonLinesParser(path: string): Parser {
  let line = 0;
  return (text) =>
    text
      .split('\n')
      .slice(0, -1)
      .flatMap((entry) => {
        line++;
        return entry.trim() === '' ? [] : [parsed(entry, `${path}, line ${line}`)];
      });
}

function parsed(entry: string, where: string): Row {
  let value: unknown = null;
  try {
    value = JSON.parse(entry);
  } catch {
    // told of below
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Row;
  throw new CfcError('INPUT_INVALID', 'not a row', where, 'Remove the line.');
}
