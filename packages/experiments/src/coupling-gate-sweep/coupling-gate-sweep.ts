import { defineExperiment } from '../experiment.js';
import { intervalText } from '../interval.js';
import { type Cell, COSTS, type Found, NOISE, STRENGTHS, cells, measure } from './cells.js';
import { claims } from './claims.js';
import { figure } from './figure.js';
import { mapOf, placeAt } from './map.js';

/** Corrections of early elements over a grid of coupling weights and gate costs. */
export const couplingGateSweep = defineExperiment<Cell, Found>({
  name: 'coupling-gate-sweep',
  title: 'Coupling weights and gate costs: where later context corrects, and where it does not',
  question: `The sequences and gates of sequence-redemption at σ = ${NOISE}, over a grid: all couplings ${STRENGTHS.join(', ')} times as strong as the log odds of the model, gates that ask for ${COSTS.join(', ')} nats. Where are early elements corrected, where does all stay as the prefix has it, and which of the numbers that can be seen without the truth (ΔF, mean hazard, rate of openings μ̂) tell?`,
  cells,
  measure,
  conclude(rows) {
    const map = mapOf(rows);
    return {
      claims: claims(map),
      table: {
        headings: ['corrected - broken, %', ...COSTS.map((cost) => `cost ${cost}`)],
        rows: STRENGTHS.map((strength) => [
          `strength ${strength}`,
          ...COSTS.map((cost) => intervalText(placeAt(map, strength, cost).net, 2)),
        ]),
      },
      figure: figure(map),
    };
  },
});
