import { clip, defineModule, defineSystem, gateBenefit, landau, number, type Stage, stages } from '@cfc/core';
import { expect, test } from 'vitest';
import { uncertainty } from '../src/index.js';

/** A gate as plain as can be: open as far as its gain exceeds the cost, which acts only when η is read. */
const gate = defineModule({
  name: 'PlainGate',
  meaning: 'opens as far as the gain exceeds the cost',
  options: { cost: number(0.1, 'what opening costs', { min: 0 }) },
  eta: (gain: number, { cost }) => clip(0.5 + 5 * (gain - cost)),
  energy: (eta) => 0.05 * eta * eta,
  slope: (eta) => 0.1 * eta,
  curvature: () => 0.1,
  difference: (from, to) => 0.05 * (to - from) * (to + from),
});

const COST = 0.1;

/** Not sure yet, a gate is dear; sure, it costs its price. */
const cost = (seen: readonly Stage[]): number =>
  COST * (1 + 3 * uncertainty(seen.map(({ solution }) => solution.unitEnergy)).total);

const system = (_stage: number, seen: readonly Stage[]) =>
  defineSystem({
    modules: { gate: gate({ cost: cost(seen) }), domain: landau({ h: 0.4 }) },
    couplings: [{ use: gateBenefit({ weight: 0.8 }), between: ['gate', 'domain'] }],
    signals: { delta_eta_domain: 0.1 },
  });

test('a cost that rises with uncertainty holds a gate shut until the energies of the stages agree', () => {
  const run = stages({ stages: 5, system, inputs: { gate: 0.2, domain: 0.9 }, carry: ['domain'] });
  const opened = run.map(({ start }) => start[0]!);
  const costs = run.map((_, k) => cost(run.slice(0, k)));

  // Nothing is known before the second energy: four times the price, then the price itself.
  expect(costs.slice(0, 2)).toEqual([4 * COST, 4 * COST]);
  costs.slice(2).forEach((price) => expect(price).toBeCloseTo(COST, 6));
  opened.slice(0, 2).forEach((eta) => expect(eta).toBe(0));
  opened.slice(2).forEach((eta) => expect(eta).toBeCloseTo(1, 6));
});
