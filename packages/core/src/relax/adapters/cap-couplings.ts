import type { WeightAdapter } from '../../contract/adapter.js';
import { defineAdapter } from '../../contract/definition.js';
import { neededNumber } from '../../options/field.js';

/**
 * Scales all couplings alike so that the Lipschitz bound stays below a target: the largest s ≤ 1 with
 * local_i + s · couplings_i ≤ target in every row i that the couplings can decide. Acts before the
 * first step too. Rows whose local part alone exceeds the target are left out and counted.
 *
 * Facts: `couplingScale` (s), `rowsBeyondTarget`.
 * Source: `stability_coupling_auto_cap` of the Complexity from Constraints prototype.
 */
export const capCouplings = defineAdapter({
  name: 'CapCouplings',
  meaning: 'scales the couplings so that the Lipschitz bound stays below a target',
  options: { target: neededNumber('largest Lipschitz bound', { above: 0 }) },
  make: ({ target }): WeightAdapter<null, 'localBounds' | 'couplingBounds'> => ({
    requires: ['bounds'],
    needs: ['localBounds', 'couplingBounds'],
    atStart: true,
    init: () => null,
    adapt({ localBounds, couplingBounds, terms }, state) {
      let scale = 1;
      let beyond = 0;
      for (let i = 0; i < localBounds.length; i++) {
        const room = target - localBounds[i]!;
        const coupled = couplingBounds[i]!;
        if (coupled === 0 || coupled === Infinity) continue;
        if (room <= 0) beyond++;
        else scale = Math.min(scale, room / coupled);
      }
      const multipliers = Float64Array.from(terms, ({ kind }) => (kind === 'coup' ? scale : 1));
      return { multipliers, state, facts: { couplingScale: scale, rowsBeyondTarget: beyond } };
    },
  }),
});
