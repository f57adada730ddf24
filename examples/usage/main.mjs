import { anyOf, backtracking, compile, defineSystem, descent, gateBenefit } from '@cfc/core';
import { gradientBelow, maxSteps, monotone, quadratic, readEta, relax } from '@cfc/core';
import { energyGating } from '@cfc/modules-gating';
import { sequenceConsistency } from '@cfc/modules-sequence';

const system = defineSystem({
  modules: { order: sequenceConsistency(), gate: energyGating({ cost: 0.05 }) },
  couplings: [
    { use: quadratic({ weight: 0.6 }), between: ['order', 'gate'] },
    { use: gateBenefit({ weight: 0.8 }), between: ['gate', 'order'] },
  ],
  signals: { delta_eta_domain: 0.08 },
});
const eta0 = readEta(system, { order: [1, 2, 2, 5, 4], gate: { gain: 0.3 } });
const solution = relax(compile(system), eta0, {
  method: descent({ search: backtracking({ initial: 1 }) }),
  guard: monotone(),
  stop: anyOf({ of: [gradientBelow({ norm: 1e-6 }), maxSteps({ steps: 200 })] }),
});
console.log(solution.outcome, solution.unitEnergy.toFixed(6), solution.eta);
