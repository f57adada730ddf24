import { defineLimit } from '../../contract/definition.js';
import { number } from '../../options/field.js';
import { dot } from '../../numeric/vector.js';

/**
 * Keeps the step below the length at which descent could turn into ascent.
 *
 * With L = max row bound (Gershgorin), E(η - t d) ≤ E(η) - t g·d + t² L d·d / 2, which decreases for
 * t < 2 g·d / (L d·d); for plain gradient descent that is the familiar 2 / L. The step is held to
 * `fraction` of it. Rows without a finite bound (see `DampedGateBenefitCoupling`) cannot be certified:
 * they are left out and counted, and a guard has to watch them.
 *
 * Facts: `lipschitz` (L), `safeStep`, `uncertifiedRows`; the method adds `contractionMargin`.
 */
export const stabilityLimit = defineLimit({
  name: 'StabilityLimit',
  meaning: 'keeps the step below a fraction of the length at which stability is lost',
  options: {
    fraction: number(0.9, 'share of the safe length that may be used', { above: 0, below: 1 }),
    warnBelow: number(1e-6, 'contraction margins below this are warned of', { min: 0 }),
  },
  make: ({ fraction, warnBelow }) => ({
    requires: ['bounds' as const],
    longest(task, at, direction, slope) {
      const rows = task.system.rowBounds(at.eta, task.env);
      let lipschitz = 0;
      let uncertifiedRows = 0;
      for (const row of rows) {
        if (row === Infinity) uncertifiedRows++;
        else if (row > lipschitz) lipschitz = row;
      }
      const bent = lipschitz * dot(direction, direction);
      const safe = bent > 0 ? (2 * slope) / bent : Infinity;
      const facts = { lipschitz, uncertifiedRows, ...(safe < Infinity ? { safeStep: safe } : {}) };
      return { longest: fraction * safe, safe, facts, warnBelow };
    },
  }),
});
