import { badLine, type Line, type Lines } from '../lines/line.js';
import { quoted, wholeNumber, wholeNumbers } from '../lines/whole-numbers.js';
import { type PalpNumbers, palpNumbers } from './palp-numbers.js';
import { rank } from './rank.js';

/** Most points of a polytope, and most dimensions. */
const MOST = 100_000;
const DIMENSIONS = 16;

/** A lattice polytope by points. */
export interface Polytope extends PalpNumbers {
  readonly dimension: number;
  /** A row of coordinates for each point. */
  readonly points: readonly (readonly number[])[];
}

/**
 * Lattice polytopes as PALP writes them: a line `dimension points` (and `M:… N:… H:…` where given), then a row for each coordinate; or
 * `points dimension` and a row for each point. The smaller number is the dimension.
 *
 * @throws `INPUT_INVALID` that names the line: rows missing or of another length, a point that comes twice, points that do not span the
 * dimension, vertices that are not as many as M: says
 *
 * Source: M. Kreuzer, H. Skarke, Comput. Phys. Commun. 157 (2004) 87, math/0204356.
 */
export async function* parsePolytopes(lines: Lines): AsyncGenerator<Polytope> {
  let head: Head | undefined;
  let rows: number[][] = [];
  let last: Line | undefined;
  for await (const line of lines) {
    if (line.text.trim() === '') continue;
    last = line;
    if (head === undefined) {
      head = headOf(line);
      rows = [];
      continue;
    }
    const row = wholeNumbers(line.text, line);
    if (row.length !== head.columns) {
      throw badLine(line, `${row.length} numbers where line ${head.line.number} says ${head.columns}`);
    }
    rows.push(row);
    if (rows.length < head.rows) continue;
    yield polytopeOf(head, rows);
    head = undefined;
  }
  if (head !== undefined) {
    throw badLine(
      last!,
      `the file ends after ${rows.length} of ${head.rows} rows of the polytope of line ${head.line.number}`,
    );
  }
}

interface Head {
  readonly line: Line;
  readonly rows: number;
  readonly columns: number;
  readonly told: PalpNumbers;
}

function headOf(line: Line): Head {
  const [, first, second, rest] = /^\s*(\S+)\s+(\S+)(.*)$/.exec(line.text) ?? [];
  if (first === undefined) throw badLine(line, `${quoted(line.text)} where "dimension points" should be`);
  const [rows, columns] = [wholeNumber(first, line, 1), wholeNumber(second!, line, 1)];
  const [dimension, points] = [Math.min(rows, columns), Math.max(rows, columns)];
  if (dimension === points) throw badLine(line, `${points} points span no polytope of dimension ${dimension}`);
  if (dimension > DIMENSIONS) throw badLine(line, `the dimension is ${dimension}, above ${DIMENSIONS}`);
  if (points > MOST) throw badLine(line, `there are ${points} points, above ${MOST}`);
  return { line, rows, columns, told: palpNumbers(rest!, line) };
}

function polytopeOf({ line, rows: count, columns, told }: Head, rows: readonly (readonly number[])[]): Polytope {
  const points = count < columns ? rows[0]!.map((_, j) => rows.map((row) => row[j]!)) : rows;
  const dimension = points[0]!.length;
  const seen = new Set<string>();
  const twice = points.findIndex((point) => seen.size === seen.add(point.join()).size);
  if (twice >= 0) throw badLine(line, `point ${twice + 1} (${points[twice]!.join(', ')}) comes twice`);
  const spanned = rank(points.slice(1).map((point) => point.map((x, i) => x - points[0]![i]!)));
  if (spanned < dimension) throw badLine(line, `the points span ${spanned} dimensions, not ${dimension}`);
  if (told.m !== undefined && told.m.vertices !== points.length) {
    throw badLine(line, `M: says ${told.m.vertices} vertices and ${points.length} points follow`);
  }
  return { dimension, points, ...told };
}
