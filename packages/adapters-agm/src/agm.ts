import { CfcError, defineAdapter, number, suggestion, type Term, text, type WeightAdapter } from '@cfc/core';
import { epistemicOf } from './uncertainty.js';
import { metricsOf, type RunningPhase, startOfPhase, withEnergy } from './running-phase.js';

/** The term that balances the couplings where no other is named; a system without it is fine. */
const GATES = 'local:EnergyGatingModule';

/**
 * Weights by the phase of the relaxation, read off the energies of its accepted steps (see `phaseMetrics`):
 *
 *     settling (rate > settled, trend > 0, oscillation < calm):  couplings · raise, gates · lower
 *     unsettled (rate < unsettled or oscillation > wild):        couplings · lower, gates · raise
 *     else nothing changes; multipliers stay in [floor, ceiling].
 *
 * The energies are those under the weights of their step, as in the prototype.
 *
 * Options: `raise` ≥ 1 (1.05), `lower` in (0, 1] (0.97), `gates` a local term's key, `settled` (0.7), `unsettled`
 * (0.3), `calm` (0.05), `wild` (0.1), `floor` ≥ 0 (0.1), `ceiling` > 0 (10). Facts: `phaseRate`, `phaseVariance`,
 * `phaseTrend`, `phaseOscillation`, and `uncertaintyEpistemic` = min(1, 1 - rate + oscillation). Throws `OPTION_INVALID` where the floor lies above the ceiling, and when the run
 * begins `NAME_UNKNOWN` for a key of `gates` that the system has not.
 * Source: the Complexity from Constraints prototype, whose multipliers had no bounds.
 *
 * @example
 * relax(system, eta0, { method: descent(), adapter: agm(), stop: maxSteps({ steps: 60 }) });
 */
export const agm = defineAdapter({
  name: 'Agm',
  meaning: 'raises the couplings while the relaxation settles, and the gates while it is unsettled',
  options: {
    raise: number(1.05, 'factor of what gains weight', { min: 1 }),
    lower: number(0.97, 'factor of what loses weight', { above: 0, max: 1 }),
    gates: text(GATES, 'key of the local term that balances the couplings'),
    settled: number(0.7, 'rate above which a relaxation settles', { min: 0, max: 1 }),
    unsettled: number(0.3, 'rate below which it is unsettled', { min: 0, max: 1 }),
    calm: number(0.05, 'oscillation below which it may settle', { min: 0 }),
    wild: number(0.1, 'oscillation above which it is unsettled', { min: 0 }),
    floor: number(0.1, 'lowest multiplier', { min: 0 }),
    ceiling: number(10, 'highest multiplier', { above: 0 }),
  },
  make: ({
    raise,
    lower,
    gates,
    settled,
    unsettled,
    calm,
    wild,
    floor,
    ceiling,
  }): WeightAdapter<RunningPhase, never> => {
    if (floor > ceiling) {
      const what = `the floor ${floor} lies above the ceiling ${ceiling}`;
      throw new CfcError('OPTION_INVALID', what, 'Agm.floor', 'Give a floor of at most the ceiling.');
    }
    return {
      needs: [],
      init(terms) {
        if (gates !== GATES) checkTerm(gates, terms);
        return startOfPhase;
      },
      adapt({ terms, multipliers, energy }, seen) {
        const state = withEnergy(seen, energy);
        const { rate, variance, trend, oscillation } = metricsOf(state);
        const facts = {
          phaseRate: rate,
          phaseVariance: variance,
          phaseTrend: trend,
          phaseOscillation: oscillation,
          uncertaintyEpistemic: epistemicOf({ rate, oscillation }),
        };
        const settles = rate > settled && trend > 0 && oscillation < calm;
        if (!settles && !(rate < unsettled || oscillation > wild)) return { multipliers, state, facts };
        const [couplings, gate] = settles ? [raise, lower] : [lower, raise];
        const next = multipliers.map((multiplier, t) => {
          const { kind, key } = terms[t]!;
          const factor = kind === 'coup' ? couplings : key === gates ? gate : 1;
          return Math.min(ceiling, Math.max(floor, multiplier * factor));
        });
        return { multipliers: next, state, facts };
      },
    };
  },
});

function checkTerm(key: string, terms: readonly Term[]): void {
  const local = terms.filter(({ kind }) => kind === 'local').map((term) => term.key);
  if (local.includes(key)) return;
  throw new CfcError('NAME_UNKNOWN', `no local term "${key}"`, 'Agm.gates', suggestion(key, local));
}
