import { type Etas, type System, checkEta, compile, descent, fixedStep, maxSteps } from '@cfc/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expand } from '../src/index.js';
import { growths } from './support/growth.js';

const unguarded = { method: descent({ search: fixedStep({ step: 0.4 }) }), stop: maxSteps({ steps: 5 }) };
const options = fc.record(
  {
    gamma: fc.double({ min: 0, max: 0.05, noNaN: true }),
    gammaCoupling: fc.double({ min: 0, max: 0.02, noNaN: true }),
    tau: fc.double({ min: 0, max: 0.02, noNaN: true }),
    topK: fc.integer({ min: 1, max: 3 }),
    decide: fc.constantFrom('hard', 'soft'),
    gate: fc.constantFrom(3, 100, () => 0.8),
    temperature: fc.constantFrom(0, 0, 0.1),
    plan: fc.constant(unguarded),
  },
  { requiredKeys: [] },
);

const couplingsOf = ({ couplings }: System): number => couplings.reduce((sum, { a }) => sum + a.length, 0);
const energyOf = (system: System, eta: Etas): number => {
  const compiled = compile(system);
  return compiled.energy(checkEta(system, eta), compiled.unit);
};

test('on 1,000 random systems expansion never ends above where it began, complexity included', () => {
  let [accepted, refused, above] = [0, 0, 0];
  fc.assert(
    fc.property(growths, options, ({ system, eta0, proposals }, how) => {
      const { branches } = expand(system, eta0, proposals, how);
      const start = energyOf(system, eta0);
      for (const branch of branches) {
        const { history, total, energy, complexity } = branch;
        const hard = how.decide !== 'soft';
        const grown = branch.system;
        const modules = grown.size - system.size;
        const couplings = couplingsOf(grown) - couplingsOf(system);
        const cost = (how.gamma ?? 0) * modules + (how.gammaCoupling ?? 0) * couplings;
        const end = energyOf(grown, branch.eta) + (hard ? cost : complexity);
        if (!(end <= start + 1e-12)) above++;
        if (hard) expect(complexity).toBeCloseTo(cost, 12);
        expect(history[0]).toBeCloseTo(start, 12);
        expect(total).toBeCloseTo(end, 12);
        expect(history.at(-1)).toBe(total);
        expect(total).toBe(energy + complexity);
        for (let k = 1; k < history.length; k++) if (!(history[k]! <= history[k - 1]!)) above++;
        for (const decision of branch.accepted) {
          expect(decision.net).toBeGreaterThan(how.tau ?? 0);
        }
        accepted += branch.accepted.length;
        refused += branch.refused.length;
      }
    }),
    { seed: 1, numRuns: 1000 },
  );
  expect(above).toBe(0);
  expect(accepted).toBeGreaterThan(500);
  expect(refused).toBeGreaterThan(500);
});
