import type { Limit } from '../../contract/pieces.js';
import { defineLimit } from '../../contract/definition.js';
import { number } from '../../options/field.js';
import { certifiedSteps } from './certified-steps.js';

/**
 * Holds every row to its own certified step: η_i ← clip(η_i - theta g_i / r_i), with r the Gershgorin rows at the point
 * and under the weights in use, taken anew at every step.
 *
 * With |H| row sums r_i the Hessian is dominated by diag(r), whatever the graph, so that the energy falls in every row by
 * (1 - theta/2) theta g_i² / r_i at least: monotone for every theta < 2. A transformed direction d is held to
 * theta g_i / (r_i d_i), which is the same step; rows in which it leads uphill stay. So do rows without a finite bound.
 * Rows that nothing bends are not limited. Give `FixedStep` a long step to take the certified one whole.
 *
 * A family whose bend holds near the point alone (`DampedGateBenefitCoupling` with a power below 2 other than 1) needs a
 * guard besides. `Fista` takes the same steps, with momentum.
 *
 * Facts: `lipschitz` (largest finite r), `safeStep` (2 / theta times the longest step of a row; none where a row that nothing
 * bends moves), `uncertifiedRows`; the method adds `contractionMargin`.
 * Source: S. Gershgorin, Izv. Akad. Nauk SSSR 6 (1931) 749; the seed's allocator of stability margins.
 */
export const smallGainLimit = defineLimit({
  name: 'SmallGainLimit',
  meaning: 'holds every row to theta / r, its own certified step: monotone on any graph',
  options: { theta: number(1, 'share of the certified step', { above: 0, below: 2 }) },
  make: ({ theta }) => smallGainLimitOf(theta),
});

/** The limit with any theta; from 2 on nothing is certified. */
export function smallGainLimitOf(theta: number): Limit {
  return {
    requires: ['bounds'],
    longest(task, at, direction) {
      const rows = task.system.rowBounds(at.eta, task.env);
      const gradient = task.gradient(at);
      const longest = certifiedSteps(rows, theta, Infinity);
      let [lipschitz, uncertifiedRows, safe] = [0, 0, 0];
      for (let i = 0; i < rows.length; i++) {
        if (rows[i] === Infinity) uncertifiedRows++;
        else lipschitz = Math.max(lipschitz, rows[i]!);
        const along = gradient[i]! / direction[i]!;
        longest[i] = along > 0 && longest[i]! > 0 ? longest[i]! * along : 0;
        safe = Math.max(safe, (2 / theta) * longest[i]!);
      }
      const facts = { lipschitz, uncertifiedRows, ...(safe < Infinity ? { safeStep: safe } : {}) };
      return { longest, safe, facts, warnBelow: -Infinity };
    },
  };
}
