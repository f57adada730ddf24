import { activeSet, metered } from '@cfc/amortize';
import {
  type CompiledSystem,
  EnergyCoordinator,
  type Plan,
  anyOf,
  auto,
  begin,
  compile,
  gradientBelow,
  maxSteps,
  monotone,
} from '@cfc/core';
import { type Run, plans, run } from './plans.js';
import type { Found, Graph } from './row.js';
import { column, sensors, stiffness } from './sensors.js';

const SIZE = 1000;
const REACH: Readonly<Record<Graph, number>> = { 'near couplings': 10, 'far couplings': SIZE - 1 };
const STRENGTH = 0.4;
/** The largest projected gradient that may be left anywhere. */
const TOLERANCE = 1e-8;
/** Steps of single rows that the coordinator may take: more than it ever needs. */
const BUDGET = 1000 * SIZE;

const stop = anyOf({ of: [gradientBelow({ norm: TOLERANCE }), maxSteps({ steps: 500 })] });
const full: Plan = { method: auto(), guard: monotone(), stop };
const active: Plan = { method: activeSet({ tolerance: TOLERANCE }), guard: monotone(), stop };

/** A system at rest in which one module reads something else: what it takes until it is at rest again. */
export function measureChange(kind: Graph, seed: number): readonly Found[] {
  const net = { size: SIZE, seed, reach: REACH[kind], strength: STRENGTH };
  const usual = { signal: 0.1, pulls: 1, hinges: 1 };
  const changed = SIZE >> 1;
  const read = column(net, 20);
  const other = read.map((value, i) => (i === changed ? 1 - value : value));
  const before = sensors(net, { read, ...usual });
  const system = compile(sensors(net, { read: other, ...usual }));
  const rest = from(compile(before), read, plans.Auto).eta;
  const best = from(system, rest, plans.Auto).eta;
  const newton = from(system, rest, full);
  const sets = from(system, rest, active);
  const coordinator = new EnergyCoordinator(before, full, rest, { tolerance: TOLERANCE, budget: BUDGET });
  const { updates } = coordinator.change(system.ids[changed]!, { h: 2 * stiffness(net)[changed]! * other[changed]! });
  const row = (start: string, passes: number, eta: Readonly<Float64Array>): Found => ({
    part: 'change',
    kind,
    seed,
    method: 'Auto',
    start,
    passes,
    cold: newton.passes,
    chosen: null,
    gap: Math.abs(system.difference(best, eta, system.unit)),
    off: Math.max(...eta.map((value, i) => Math.abs(value - best[i]!))),
  });
  return [
    row('everything', newton.passes, newton.eta),
    row('active sets', sets.passes, sets.eta),
    // Each step of a row visits the couplings of its module twice; modules have two ends for each coupling.
    row('row by row', (4 * updates) / SIZE, coordinator.eta),
  ];
}

function from(system: CompiledSystem, start: Readonly<Float64Array>, plan: Plan): Run {
  const meter = metered(system);
  return run(meter, plan, begin(meter.system, start, plan));
}
