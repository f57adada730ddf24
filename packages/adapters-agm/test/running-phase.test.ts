import fc from 'fast-check';
import { expect, test } from 'vitest';
import { phaseMetrics } from '../src/index.js';
import { metricsOf, startOfPhase, withEnergy } from '../src/running-phase.js';

test('what is kept of a history gives the metrics of the whole, to rounding, and stays of one size', () => {
  const energies = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { maxLength: 200 });
  fc.assert(
    fc.property(energies, (history) => {
      const kept = history.reduce(withEnergy, startOfPhase);
      const running = metricsOf(kept);
      const whole = phaseMetrics(history);
      for (const name of ['rate', 'variance', 'trend', 'oscillation'] as const) {
        expect(Math.abs(running[name] - whole[name])).toBeLessThan(1e-12);
      }
      expect(kept.changes.length).toBeLessThanOrEqual(5);
      expect(JSON.parse(JSON.stringify(kept))).toEqual(kept);
    }),
    { seed: 2 },
  );
});
