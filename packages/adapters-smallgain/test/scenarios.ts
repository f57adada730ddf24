import { type Link, type Plan, type StepEvent, type System, type Vector, anyOf } from '@cfc/core';
import { backtracking, compile, defineSystem, descent, gateBenefit, gradientBelow, maxSteps } from '@cfc/core';
import { monotone, normalise, precondition, fixedStep, quadratic, readEta, relax } from '@cfc/core';
import { energyGating } from '@cfc/modules-gating';

/** The two scenarios of the published table, and what its `vect` presets relax them with. */

interface Gate {
  readonly a: number;
  readonly b: number;
  readonly gain: number;
  readonly cost: number;
}

function gates(given: readonly Gate[], couplings: readonly Link[], signal: number): { source: System; eta0: Vector } {
  const modules = Object.fromEntries(given.map(({ gain: _, ...options }, i) => [`g${i}`, energyGating(options)]));
  const source = defineSystem({ modules, couplings, signals: { delta_eta_domain: signal } });
  return { source, eta0: readEta(source, Object.fromEntries(given.map(({ gain }, i) => [`g${i}`, { gain }]))) };
}

const pull = (i: number, j: number, weight: number): Link => ({
  use: quadratic({ weight }),
  between: [`g${i}`, `g${j}`],
});
const benefit = (i: number, j: number, weight: number): Link => ({
  use: gateBenefit({ weight }),
  between: [`g${i}`, `g${j}`],
});

const two: readonly Gate[] = [
  { a: 0.2, b: 0.3, gain: 0, cost: 0.1 },
  { a: 0.25, b: 0.35, gain: 0.1, cost: 0.05 },
];
const ring = Array.from({ length: 16 }, (_, i) => i);

export const scenarios = {
  baseline: gates(two, [pull(0, 1, 0.7), benefit(1, 0, 0.8)], 0.08),
  dense: gates(
    ring.map((i) => ({ a: 0.15, b: 0.05, gain: 0.02 * (i % 5), cost: 0.1 })),
    ring.flatMap((i) => [pull(i, (i + 1) % 16, 0.6), benefit((i + 1) % 16, i, 0.4), pull(i, (i + 2) % 16, 0.3)]),
    0.05,
  ),
} as const;

export type ScenarioName = keyof typeof scenarios;

const vect = descent({ transforms: [normalise()], search: backtracking({ initial: 0.05 }) });

/** Index from 1 of the first energy at or below 90% of the total drop. */
function deltaF90(energies: readonly number[]): number {
  const target = energies[0]! - 0.9 * (energies[0]! - Math.min(...energies));
  return energies.findIndex((energy) => energy <= target) + 1;
}

/** Sixty steps of a plan on a scenario. */
export function run(name: ScenarioName, pieces: Partial<Plan>, steps = 60) {
  const { source, eta0 } = scenarios[name];
  const system = compile(source);
  const events: StepEvent[] = [];
  const plan = { method: vect, guard: monotone(), stop: maxSteps({ steps }), ...pieces };
  const solution = relax(system, eta0, { ...plan, observers: [(event) => events.push(event)] });
  const accepted = events.filter((event) => event.accepted);
  const energies = accepted.map(({ energy }) => energy);
  const unitEnergies = accepted.map(({ unitEnergy }) => unitEnergy);
  const deltas = { own: deltaF90(energies), unit: deltaF90(unitEnergies) };
  return { system, solution, events, accepted, energies, unitEnergies, deltas, energy: energies.at(-1)! };
}

/** The least unit-weight energy of a scenario. */
export function minimum(name: ScenarioName): number {
  const stop = anyOf({ of: [gradientBelow({ norm: 1e-12 }), maxSteps({ steps: 10_000 })] });
  const method = descent({ search: fixedStep({ step: 1 }), transforms: [precondition()] });
  return relax(compile(scenarios[name].source), scenarios[name].eta0, { method, stop }).unitEnergy;
}
