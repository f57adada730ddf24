import { defineSystem, gateBenefit, type Link, quadratic, readEta, type System, type Vector } from '@cfc/core';
import { energyGating, type GateInput } from '@cfc/modules-gating';

/** A system of gates to compare presets on, with the order parameters that its inputs read. */
export interface BenchScenario {
  readonly source: System;
  readonly eta0: Vector;
}

/** How a scenario is made: from its size, if it has several. */
interface Maker {
  /** The size where none is asked for. */
  readonly size: number;
  readonly least: number;
  readonly most: number;
  make(size: number): BenchScenario;
}

/** The prototype's scenarios by name. */
export const makers = {
  baseline: { size: 2, least: 2, most: 2, make: baseline },
  dense: { size: 16, least: 3, most: 100_000, make: dense },
} as const satisfies Readonly<Record<string, Maker>>;

/** Name of one of them. */
export type ScenarioName = keyof typeof makers;

/** The scenario of a name with so many gates. */
export const benchScenario = (name: ScenarioName, size: number): BenchScenario => makers[name].make(size);

type Gate = Parameters<typeof energyGating>[0] & GateInput;

/** Gates with their gains, links by index, and the improvement that the gates are rewarded for. */
function gates(given: readonly Gate[], couplings: readonly Link[], improvement: number): BenchScenario {
  const source = defineSystem({
    modules: Object.fromEntries(given.map(({ gain: _, ...options }, i) => [id(i), energyGating(options)])),
    couplings,
    signals: { delta_eta_domain: improvement },
  });
  const inputs = Object.fromEntries(given.map(({ gain }, i) => [id(i), { gain }]));
  return { source, eta0: readEta(source, inputs) };
}

const id = (i: number): string => `gate${i}`;
const pull = (i: number, j: number, weight: number): Link => ({ use: quadratic({ weight }), between: [id(i), id(j)] });
const benefit = (i: number, j: number, weight: number): Link => ({
  use: gateBenefit({ weight }),
  between: [id(i), id(j)],
});

/** Two unlike gates. */
function baseline(): BenchScenario {
  return gates(
    [
      { a: 0.2, b: 0.3, gain: 0, cost: 0.1 },
      { a: 0.25, b: 0.35, gain: 0.1, cost: 0.05 },
    ],
    [pull(0, 1, 0.7), benefit(1, 0, 0.8)],
    0.08,
  );
}

/** A ring of gates, each coupled to the next two. */
function dense(size: number): BenchScenario {
  const all = Array.from({ length: size }, (_, i) => i);
  return gates(
    all.map((i) => ({ a: 0.15, b: 0.05, gain: 0.02 * (i % 5), cost: 0.1 })),
    all.flatMap((i) => {
      const [next, second] = [(i + 1) % size, (i + 2) % size];
      return [pull(i, next, 0.6), benefit(next, i, 0.4), pull(i, second, 0.3)];
    }),
    0.05,
  );
}
