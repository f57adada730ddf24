import { CfcError, choice, defineModule, flag, number, describe } from '@cfc/core';
import { hazard } from './hazard.js';
import { logistic } from './logistic.js';
import { openProbability } from './open-probability.js';
import { straightThrough } from './straight-through.js';

/** What an energy gate reads. */
export interface GateInput {
  /** The fall of energy that opening would bring. */
  readonly gain: number;
}

/**
 * A gate that opens where the gain exceeds the cost: F = a η² + b η⁴, least when closed.
 *
 * Input `{ gain }`; with z = k (gain - cost) the hazard law reads η = 1 - e^{-softplus(z)}, the logistic
 * law η = 1 / (1 + e^{-z}). The two are the same function of z; the hazard is also a rate, see
 * `openProbability`. `cost`, `k`, `law` and `straightThrough` act when η is read, not in the energy.
 *
 * Options: `cost` >= 0 (0.1), `k` > 0 (10), `a` >= 0 (0.1), `b` >= 0 (0.1), `law` hazard or logistic
 * (hazard), `straightThrough` (false): read 0 or 1, decided at η = 1/2.
 * Reading throws `INPUT_INVALID`. Source: the Complexity from Constraints prototype.
 *
 * @example
 * const gate = energyGating({ cost: 0.05 });
 */
export const energyGating = defineModule({
  name: 'EnergyGatingModule',
  meaning: 'a gate that opens where the gain exceeds the cost: a η² + b η⁴; its input is { gain }',
  options: {
    cost: number(0.1, 'what opening costs', { min: 0 }),
    k: number(10, 'sharpness of the decision', { above: 0 }),
    a: number(0.1, 'coefficient of η²', { min: 0 }),
    b: number(0.1, 'coefficient of η⁴', { min: 0 }),
    law: choice(
      'hazard',
      ['hazard', 'logistic'],
      'how η is computed: by way of the hazard, or directly; the values agree',
    ),
    straightThrough: flag(false, 'read 0 or 1, decided at η = 1/2'),
  },
  eta(input: GateInput, { cost, k, law, straightThrough: hard }) {
    const gain = gainOf(input);
    const soft = law === 'hazard' ? openProbability(hazard(gain, cost, k)) : logistic(k * (gain - cost));
    return hard ? straightThrough(soft).forward : soft;
  },
  energy(eta, { a, b }) {
    const square = eta * eta;
    return square * (a + b * square);
  },
  slope: (eta, { a, b }) => eta * (2 * a + 4 * b * eta * eta),
  curvature: (eta, { a, b }) => 2 * a + 12 * b * eta * eta,
  bend: (_eta, { a, b }) => 2 * a + 12 * b,
  difference: (from, to, { a, b }) => (to - from) * (to + from) * (a + b * (to * to + from * from)),
  pack:
    (slots, { a, b }) =>
    (eta, scale, gradient) => {
      let total = 0;
      for (let k = 0; k < slots.length; k++) {
        const i = slots[k]!;
        const open = eta[i]!;
        const square = open * open;
        total += square * (a[k]! + b[k]! * square);
        if (gradient !== null) gradient[i] = gradient[i]! + scale * open * (2 * a[k]! + 4 * b[k]! * square);
      }
      return scale * total;
    },
});

function gainOf(input: unknown): number {
  const gain = (input as { gain?: unknown } | null | undefined)?.gain;
  if (typeof gain === 'number' && Number.isFinite(gain)) return gain;
  throw new CfcError('INPUT_INVALID', `the gain is ${describe(gain)}`, '', 'Give { gain: a finite number }.');
}
