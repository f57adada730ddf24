import { defineExperiment } from '../experiment.js';
import { intervalText } from '../interval.js';
import { overSeeds, total } from '../over-seeds.js';
import { type Cell, COST, type Found, METHODS, cells, measure } from './cells.js';
import { claims } from './claims.js';
import { figure } from './figure.js';

const percent = (rows: readonly Found[], wrong: 'wrongEarly' | 'wrongLate', of: 'early' | 'late'): string =>
  intervalText(
    overSeeds(rows, (some) => (100 * total(some, (row) => row[wrong])) / total(some, (row) => row[of])),
    3,
  );

/** Early elements of a sequence, decided from their prefix alone and with what comes later. */
export const sequenceRedemption = defineExperiment<Cell, Found>({
  name: 'sequence-redemption',
  title: 'Sequence redemption: what comes later puts earlier decisions right',
  question: `A binary sequence of 40 elements is seen through noise. The first 8 are fair coins: their prefix says nothing of them. Later elements copy the one 8 back or the one before, and are seen more clearly. A module for each element, coupled to those that copy it, is relaxed on the prefix that ends with the element (what is known when it arrives) and on the whole sequence; a gate lets a revision through where the energy falls by more than ${COST} nats. How many decisions on early elements does that put right, and how many does it spoil? The exact filter and the exact smoother (forward and backward recursions) say what could be done at best without and with the later elements.`,
  cells,
  measure,
  conclude: (rows) => ({
    claims: claims(rows),
    table: {
      headings: ['decided by', 'early errors, %', 'late errors, %', 'corrected', 'broken', 'ΔF per element, nats'],
      rows: METHODS.map((method) => {
        const some = rows.filter((row) => row.method === method);
        return [
          method,
          percent(some, 'wrongEarly', 'early'),
          percent(some, 'wrongLate', 'late'),
          String(total(some, ({ corrected }) => corrected)),
          String(total(some, ({ broken }) => broken)),
          method === 'context' ? intervalText(overSeeds(some, (own) => total(own, deltaF) / own.length)) : '',
        ];
      }),
    },
    figure: figure(rows),
  }),
});

const deltaF = (row: Found): number => row.deltaF ?? 0;
