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

/** CSV with a heading. */
export function csvParser(): Parser {
  let names: readonly string[] | null = null;
  return (text) => {
    const records = csvParseRows(text);
    names ??= records.shift() ?? null;
    return records.map((fields) => {
      const row: Record<string, Cell> = {};
      for (let k = 0; k < names!.length; k++) row[names![k]!] = cellOf(fields[k] ?? '');
      return row;
    });
  };
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
