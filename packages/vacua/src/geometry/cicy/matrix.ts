import type { Block } from '../lines/blocks.js';
import { badLine } from '../lines/line.js';
import { braced, endOf, type Head } from './head.js';

/** Reads the configuration matrix below the head of an entry. Throws `INPUT_INVALID` that names the line. */
export function readMatrix({ id, spaces, polynomials, lines: of }: Head, { lines, last }: Block): number[][] {
  const rows = lines.slice(Object.keys(of).length);
  if (rows.length < spaces) {
    throw badLine(lines.at(-1)!, `${endOf(last)} inside entry ${id}: ${rows.length} of ${spaces} rows of the matrix`);
  }
  if (rows.length > spaces) throw badLine(rows[spaces]!, `a row too many: NumPs says ${spaces}`);
  const matrix = rows.map((line) => {
    const row = braced(line.text, line, 0);
    if (row.length !== polynomials) throw badLine(line, `${row.length} degrees where NumPol says ${polynomials}`);
    if (row.reduce((sum, q) => sum + q, 0) < 2) throw badLine(line, 'a row sum below 2: no projective space');
    return row;
  });
  const empty = matrix[0]!.findIndex((_, j) => matrix.every((row) => row[j] === 0));
  if (empty >= 0) throw badLine(rows[0]!, `polynomial ${empty + 1} of entry ${id} has no degree`);
  return matrix;
}
