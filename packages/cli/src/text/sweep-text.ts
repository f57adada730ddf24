import type { SweepRow } from '../sweep/cell.js';
import { table } from './table.js';

const headings = [
  'scenario',
  'gates',
  'variant',
  'ρ',
  'change',
  'ΔF90',
  'energy',
  'unit-weight energy',
  'unit ΔF90',
  'gap to minimum',
  'backtracks',
  'ms',
];

/** The rows of a sweep, for people. */
export function sweepText(rows: readonly SweepRow[]): string {
  const cells = rows.map((row) => [
    row.scenario,
    String(row.size),
    row.variant,
    String(row.rho),
    String(row.change),
    String(row.deltaF90 ?? 'none'),
    row.energyFinal.toFixed(6),
    row.unitEnergyFinal.toFixed(6),
    String(row.unitDeltaF90 ?? 'none'),
    row.gapToMinimum.toExponential(2),
    String(row.backtracks),
    row.wallMs.toFixed(1),
  ]);
  return table(headings, cells, [1, ...headings.map((_, c) => c).slice(3)]);
}
