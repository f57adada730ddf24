import { defineExperiment } from '../experiment.js';
import { groups } from '../groups.js';
import { interval, intervalText } from '../interval.js';
import { type Cell, type Found, type Relaxed, type Traced, cells, measure } from './cells.js';
import { claims } from './claims.js';
import { figure } from './figure.js';

/** Chains of three kinds of modules from one unit to ten thousand, with couplings and without. */
export const multiModuleScaling = defineExperiment<Cell, Found>({
  name: 'multi-module-scaling',
  title: 'Multi-module scaling: long chains of sequences, graphs and gates',
  question:
    'Units of a sequence, a connectivity and a gating module are chained by quadratic couplings, each module to the next; the benefit of opening a gate is the disorder read in the sequence of its unit. Readings are random: noisy sequences, thinned grids. Chains of 3 to 30,000 modules are relaxed to a projected gradient of 1e-6 with all couplings, with the benefits alone and with none. Do the modules agree, how far does an influence reach, and what does it cost?',
  cells,
  measure,
  conclude(rows) {
    const relaxed = rows.filter((row): row is Relaxed => row.task === 'relax');
    const traced = rows.filter((row): row is Traced => row.task === 'trace');
    const text = (some: readonly Relaxed[], column: (row: Relaxed) => number): string =>
      intervalText(interval(some.map(column)));
    return {
      claims: claims(relaxed, traced),
      table: {
        headings: [
          'modules, couplings',
          'agreement',
          'reach, modules',
          'energy per module',
          'steps',
          'passes',
          'descent: steps',
          'descent: passes',
        ],
        rows: [...groups(relaxed, ({ modules, couplings }) => `${modules}, ${couplings}`)].map(([name, some]) => [
          name,
          text(some, ({ agreement }) => agreement),
          text(some, ({ reach }) => reach),
          text(some, ({ energyPerModule }) => energyPerModule),
          text(some, ({ steps }) => steps),
          text(some, ({ work }) => work),
          text(some, ({ descentSteps }) => descentSteps),
          text(some, ({ descentWork }) => descentWork),
        ]),
      },
      figure: figure(relaxed, traced),
    };
  },
});
