import { defineExperiment } from '../experiment.js';
import { type Cell, type Found, POWERS, STARTS, cells, measure } from './cells.js';
import { claims } from './claims.js';
import { figure } from './figure.js';
import { BENEFIT, PRICE, STEP } from './gate.js';

/** Whether a closed gate feels a benefit on its other side. */
export const wormholeEffect = defineExperiment<Cell, Found>({
  name: 'wormhole-effect',
  title: 'Wormhole effect: does a closed gate feel what it keeps out?',
  question: `The energy of a gate is ${PRICE} η² + ${PRICE} η⁴ - Δ ηᵖ: with a benefit Δ of ${BENEFIT} open is best for every power p. What slope does the closed gate feel, and does gradient descent (steps of ${STEP}) open it: from η = 0 exactly, or from a little more? And where the benefit is seen through noise that changes every 40 steps: how often are gates open whose benefit is 0?`,
  cells,
  measure,
  conclude(rows) {
    const reopened = rows.filter(({ task }) => task === 'reopen');
    const noisy = rows.filter(({ task }) => task === 'noise');
    const at = (power: number, start: number): Found =>
      reopened.find((row) => row.power === power && row.start === start)!;
    return {
      claims: claims(reopened, noisy),
      table: {
        headings: [
          'power p',
          'dF/dη at 0',
          ...STARTS.map((start) => `steps to open from ${start}`),
          'η by proximal steps from 0',
        ],
        rows: POWERS.map((power) => [
          String(power),
          String(at(power, 0).slope),
          ...STARTS.map((start) => String(at(power, start).steps ?? 'never')),
          at(power, 0).proximal!.toFixed(2),
        ]),
      },
      figure: figure(reopened, noisy),
    };
  },
});
