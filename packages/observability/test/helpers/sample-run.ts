import { smallGain } from '@cfc/adapters-smallgain';
import {
  backtracking,
  compile,
  defineSystem,
  descent,
  gateBenefit,
  landau,
  maxSteps,
  monotone,
  normalise,
  quadratic,
  ramp,
  relax,
  uniform,
} from '@cfc/core';
import { energyBudgetTracker, gatingMetricsLogger, type Row } from '../../src/index.js';
import type { Run } from '../../src/report/run.js';

const ring = Array.from({ length: 8 }, (_, i) => i);

/** The rows of a real run of eight gates under SmallGain with a ramp, with all that the trackers tell. */
export function sampleRows(name: (i: number) => string = (i) => `gate${i}`): readonly Row[] {
  const link = <U extends object>(use: U, i: number, j: number) => ({ use, between: [name(i), name(j)] as const });
  const system = compile(
    defineSystem({
      modules: Object.fromEntries(ring.map((i) => [name(i), landau({ a: 0.1 + 0.02 * (i % 4), b: 0.05 })])),
      couplings: ring.flatMap((i) => [
        link(quadratic({ weight: 0.6 }), i, (i + 1) % 8),
        link(gateBenefit({ weight: 0.4 }), (i + 1) % 8, i),
      ]),
      signals: { delta_eta_domain: 0.12 },
    }),
  );
  const rows: Row[] = [];
  const tracker = energyBudgetTracker(system, (row) => rows.push(row), {
    perEta: true,
    precision: true,
    polynomials: true,
  });
  relax(
    system,
    Float64Array.from(ring, (i) => 0.15 + 0.7 * uniform(7, 0, i)),
    {
      method: descent({ transforms: [normalise()], search: backtracking({ initial: 0.1, tries: 12 }) }),
      guard: monotone(),
      stop: maxSteps({ steps: 40 }),
      schedule: ramp({ start: 0.2, steps: 12 }),
      adapter: smallGain({ rho: 0.5 }),
      observers: [tracker],
    },
  );
  return rows.map((row, k) => {
    let gates: Row = {};
    const metrics = { hazardMean: 0.5 - k / 100, muHat: 0.4, goodBadRatio: 1, opened: k % 5, decided: 8 };
    gatingMetricsLogger((logged) => (gates = logged))(row['step'] as number, metrics);
    return { ...row, ...gates, 'uncertainty:epistemic': 1 / (k + 1), 'uncertainty:total': 1 / (k + 1) + 0.05 };
  });
}

/** Rows of a sweep. */
export const sweepRows: readonly Row[] = [
  { scenario: 'dense', size: 16, variant: 'seed', unitDeltaF90: 12, gapToMinimum: 0.04 },
  { scenario: 'dense', size: 16, variant: 'budget', unitDeltaF90: 20, gapToMinimum: 0 },
  { scenario: 'dense', size: 16, variant: 'budget', unitDeltaF90: 25, gapToMinimum: 0.01 },
  { scenario: 'baseline', size: 2, variant: 'seed', unitDeltaF90: null, gapToMinimum: 0.5 },
];

/** A run with these rows that converged. */
export function runOf(rows: readonly Row[], more: Partial<Run> = {}): Run {
  return {
    name: 'sample',
    directory: 'runs/sample',
    identity: null,
    result: {
      outcome: 'converged',
      reason: 'the projected gradient is 1e-10, at most 1e-9',
      steps: rows.length,
      energy: 0.1,
      unitEnergy: 0.1,
      eta: {},
      weights: { 'local:LandauModule': 1 },
      evaluations: { energy: 10, gradient: 5 },
    },
    rows,
    ...more,
  };
}
