import { csvFormat } from 'd3-dsv';
import type { SweepRow } from './cell.js';

const columns = [
  'scenario',
  'size',
  'steps',
  'variant',
  'rho',
  'change',
  'deltaF90',
  'energyFinal',
  'unitEnergyFinal',
  'unitDeltaF90',
  'gapToMinimum',
  'backtracks',
  'accepted',
  'wallMs',
] as const satisfies readonly (keyof SweepRow)[];

/** The rows as a CSV file with a heading; an empty field where there is no number. */
export const sweepCsv = (rows: readonly SweepRow[]): string => `${csvFormat([...rows], columns)}\n`;
