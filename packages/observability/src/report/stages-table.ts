import { fitting } from '../figures/names.js';
import type { Row } from '../table/row.js';
import { shortOr } from './number.js';

/** Of what a stage tells, in this order. */
export const stageHeadings = ['stage', 'steps', 'unit energy', 'at end', 'refused', 'backtracks', 'least margin'];

/** What of the fall counts as most of it. */
const MOST = 0.9;

/**
 * The stages of a run, one row each: those of the column `stage` where rows have it; else the steps while weights still
 * move, those after them until 90% of the fall of the unit-weight energy, and the rest.
 */
export function stagesTable(rows: readonly Row[]): readonly (readonly string[])[] {
  const stages = rows.some(({ stage }) => typeof stage === 'number') ? given(rows) : found(rows);
  return stages.map(([name, some]) => {
    const [first, last] = [some[0]!, some.at(-1)!];
    const margins = numbers(some, 'contraction_margin');
    const backtracks = numbers(some, 'backtracks');
    return [
      name,
      first === last ? shortOr(first['step']) : `${shortOr(first['step'])} to ${shortOr(last['step'])}`,
      shortOr(first['unitEnergy']),
      shortOr(last['unitEnergy']),
      String(some.filter(({ accepted }) => accepted === false).length),
      backtracks.length === 0 ? '–' : shortOr(backtracks.reduce((sum, one) => sum + one, 0)),
      margins.length === 0 ? '–' : shortOr(margins.reduce((least, one) => Math.min(least, one))),
    ];
  });
}

type Stage = readonly [string, readonly Row[]];

function given(rows: readonly Row[]): readonly Stage[] {
  const stages = new Map<unknown, Row[]>();
  for (const row of rows) {
    const some = stages.get(row['stage']) ?? [];
    stages.set(row['stage'], some);
    some.push(row);
  }
  return [...stages].map(([stage, some]) => [shortOr(stage, 'none'), some]);
}

function found(rows: readonly Row[]): readonly Stage[] {
  const weights = fitting(rows, 'weight:*');
  const moves = (row: Row, k: number): boolean => k > 0 && weights.some((name) => row[name] !== rows[k - 1]![name]);
  const rest = rows.reduce((last, row, k) => (moves(row, k) ? k : last), 0);
  const [from, to] = [rows[rest]?.['unitEnergy'], rows.at(-1)?.['unitEnergy']];
  const most =
    typeof from === 'number' && typeof to === 'number'
      ? rows.findIndex(({ unitEnergy }, k) => k >= rest && Number(unitEnergy) <= from - MOST * (from - to)) + 1
      : rest;
  const stages: readonly Stage[] = [
    ['weights still moving', rows.slice(0, rest)],
    ['to 90% of the fall', rows.slice(rest, most)],
    ['the rest', rows.slice(Math.max(rest, most))],
  ];
  return stages.filter(([, some]) => some.length > 0);
}

const numbers = (rows: readonly Row[], column: string): readonly number[] =>
  rows.map((row) => row[column]).filter((cell): cell is number => typeof cell === 'number');
