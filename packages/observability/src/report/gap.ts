import type { Row } from '../table/row.js';
import { awayFromBase } from './weights-at-end.js';
import type { Run } from './run.js';

/** What is known of a run beyond its files, by whoever can build its system. */
export interface Known {
  /** Unit-weight energy where the run started. */
  readonly start?: number;
  /** The least unit-weight energy that descent from the end of the run comes to, solved for. */
  readonly minimum?: number;
}

/** How far above the minimum a run ended, in unit-weight energy, and how that is known. */
export interface Gap {
  readonly value: number;
  readonly how: 'computed' | 'estimated';
}

/** Tails that shrink by less than this share from one third to the next tell no limit. */
const SLOWEST = 0.9;

/** The gap of a run to its minimum: from the minimum where that is known, else from how the energies settle; else null. */
export function gapOf(run: Run, { minimum }: Known): Gap | null {
  const end = run.result?.unitEnergy ?? run.rows.at(-1)?.['unitEnergy'];
  if (typeof end !== 'number') return null;
  if (minimum !== undefined) return { value: Math.max(0, end - minimum), how: 'computed' };
  if (awayFromBase(run).length > 0) return null; // the run was after another minimum
  const value = tailOf(run.rows);
  return value === null ? null : { value, how: 'estimated' };
}

/**
 * What the unit-weight energies would still fall by, were their tail a geometric series: Aitken's d² / (d - d') of the falls
 * d' and d of two stretches of the same length, the last ones. Null where they do not shrink.
 */
function tailOf(rows: readonly Row[]): number | null {
  const energies = rows
    .filter(({ accepted, unitEnergy }) => accepted !== false && Number.isFinite(unitEnergy))
    .map(({ unitEnergy }) => unitEnergy as number);
  const stretch = Math.floor(energies.length / 6);
  if (stretch < 1) return null;
  const [first, middle, last] = [2, 1, 0].map((k) => energies.at(-1 - k * stretch)!) as [number, number, number];
  const [before, after] = [first - middle, middle - last];
  if (after === 0 && before >= 0) return 0;
  const ratio = after / before;
  return before > 0 && ratio > 0 && ratio < SLOWEST ? (after * ratio) / (1 - ratio) : null;
}
