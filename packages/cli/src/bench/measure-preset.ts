import { begin, type CompiledSystem, maxSteps, monotone, resumed, type StepEvent, type Vector } from '@cfc/core';
import { deltaF90 } from './delta-f90.js';
import type { Preset } from './presets.js';

/** How one preset did on one scenario: a row of the table. */
export interface BenchRow {
  readonly preset: string;
  /** Under the preset's own weights; null where no step was accepted. */
  readonly deltaF90: number | null;
  readonly energyFinal: number;
  readonly unitEnergyFinal: number;
  readonly unitDeltaF90: number | null;
  /** Unit-weight energy above the minimum. */
  readonly gapToMinimum: number;
  /** Points that searches found too far. */
  readonly backtracks: number;
  readonly accepted: number;
  readonly wallMs: number;
}

/** The energies that ΔF90 is taken of: of accepted steps, after that of the start where the preset counts it. */
export interface Series {
  readonly energies: readonly number[];
  readonly unitEnergies: readonly number[];
}

/** Relaxes by a preset for a number of steps. */
export function measurePreset(
  { name, plan: pieces, extraSteps, countsStart }: Preset,
  system: CompiledSystem,
  eta0: Vector,
  steps: number,
  least: number,
): { row: BenchRow; series: Series } {
  const plan = { ...pieces, guard: monotone(), stop: maxSteps({ steps: steps + extraSteps }) };
  const events: StepEvent[] = [];
  const clock = performance.now();
  const start = begin(system, eta0, plan);
  const run = resumed(system, plan, start);
  let next = run.next();
  for (; next.done !== true; next = run.next()) events.push(next.value);
  const wallMs = performance.now() - clock;

  const accepted = events.filter((event) => event.accepted);
  const first = countsStart
    ? [{ energy: start.point.energy, unitEnergy: system.energy(start.point.eta, system.unit) }]
    : [];
  const counted = [...first, ...accepted];
  const energies = counted.map(({ energy }) => energy);
  const unitEnergies = counted.map(({ unitEnergy }) => unitEnergy);
  const { energy: energyFinal, unitEnergy: unitEnergyFinal } = accepted.at(-1) ?? next.value;
  const row = {
    preset: name,
    deltaF90: deltaF90(energies),
    energyFinal,
    unitEnergyFinal,
    unitDeltaF90: deltaF90(unitEnergies),
    gapToMinimum: unitEnergyFinal - least,
    backtracks: events.reduce((total, { facts }) => total + (facts['tries'] ?? 0), 0),
    accepted: accepted.length,
    wallMs,
  };
  return { row, series: { energies, unitEnergies } };
}
