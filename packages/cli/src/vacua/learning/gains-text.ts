import type { PairedGain } from '@cfc/vacua';
import { table } from '../../text/table.js';

/** Headings of `gainCells`. */
export const gainHeadings = [
  'strategy',
  'area',
  'gain over random',
  'standard error',
  'seeds won',
  'accuracy at the end',
];

/** A row for each strategy; what compares with random is empty for random itself. */
export const gainCells = (gains: readonly PairedGain[]): string[][] =>
  gains.map(({ strategy, area, gain, error, wins, seeds, final }) => {
    const against = strategy === 'random' ? ['', '', ''] : [gain.toFixed(4), error.toFixed(4), `${wins} of ${seeds}`];
    return [strategy, area.toFixed(4), ...against, final.toFixed(4)];
  });

/** Strategies beside random, as people see them. */
export const gainsText = (gains: readonly PairedGain[]): string =>
  table(gainHeadings, gainCells(gains), [1, 2, 3, 4, 5]);
