import { compile, defineSystem, gateBenefit, quadratic, readEta, relax } from '@cfc/core';
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
const { outcome, steps, unitEnergy, eta } = relax(compile(system), eta0);
console.log(outcome, 'in', steps, 'steps at', unitEnergy.toFixed(6), eta);
