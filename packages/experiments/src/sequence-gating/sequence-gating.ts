import { defineExperiment } from '../experiment.js';
import { type Interval, intervalText } from '../interval.js';
import { overSeeds, total } from '../over-seeds.js';
import { type Cell, type Found, POLICIES, cells, measure } from './cells.js';
import { claims } from './claims.js';
import { figure } from './figure.js';
import { COST } from './gates.js';

/** Repairs of sequences that gates let through where they pay. */
export const sequenceGating = defineExperiment<Cell, Found>({
  name: 'sequence-gating',
  title: 'Sequence gating: do gates open where a repair pays?',
  question: `A stream of 100 windows of 24 values that ought to rise. In a fifth of them, in runs of about five, a block is reversed; the repair proposed for every window reverses a block, the broken one or one that is in order. A sequence module reads the order of a window from sampled pairs, before and after the repair; a gate reads the difference of its energies as its gain, and a repair costs ${COST}. The gate decides as read, relaxed with the benefit of opening, coupled to the gates of the windows beside it, or tied to its sequence by a quadratic coupling as in the quickstart scenario. What does it gain, against gates that are always or never open, or open at random as often?`,
  cells,
  measure,
  conclude: (rows) => ({
    claims: claims(rows),
    table: {
      headings: ['policy', 'opened of 100', 'of them paying, %', 'paying ones opened, %', 'ΔF', 'gain less cost'],
      rows: POLICIES.map((policy) => {
        const some = rows.filter((row) => row.policy === policy);
        const sum = (column: 'windows' | 'paying' | 'opened' | 'good') => total(some, (row) => row[column]);
        const mean = (column: 'value' | 'deltaF'): Interval =>
          overSeeds(some, (own) => total(own, (row) => row[column]) / own.length);
        const percent = (part: number, whole: number): string => (whole === 0 ? '' : ((100 * part) / whole).toFixed(1));
        return [
          policy,
          percent(sum('opened'), sum('windows')),
          percent(sum('good'), sum('opened')),
          percent(sum('good'), sum('paying')),
          intervalText(mean('deltaF')),
          intervalText(mean('value')),
        ];
      }),
    },
    figure: figure(rows),
  }),
});
