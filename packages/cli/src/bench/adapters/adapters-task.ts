import { compile, type CompiledSystem, gradientBelow, monotone, steps, type Vector } from '@cfc/core';
import type { FamilyName } from '../graphs/families.js';
import { minimum } from '../minimum.js';
import { type Contestant, contestants } from './contestants.js';
import { graphSystem } from './graph-system.js';

/** One graph for all contestants. */
export interface GraphCase {
  readonly family: FamilyName;
  readonly size: number;
  readonly seed: number;
  /** Most steps of a run. */
  readonly steps: number;
}

/** How one contestant did on one graph. */
export interface GraphResult {
  readonly adapter: string;
  /** The first step after which nine tenths of the way from the start to the true minimum are done; null where none is. */
  readonly unitDeltaF90: number | null;
  /** Unit-weight energy at the end, above the minimum. */
  readonly gapToMinimum: number;
  /** The same as a share of the way from the start to the minimum. */
  readonly shareLeft: number;
  readonly steps: number;
}

const stop = gradientBelow({ norm: 1e-6 });

/** Relaxes one graph by all contestants. */
export function adaptersTask({ family, size, seed, steps: most }: GraphCase): readonly GraphResult[] {
  const { source, eta0 } = graphSystem(family, size, seed);
  const system = compile(source);
  const least = minimum(system, eta0);
  return contestants.map((contestant) => raced(contestant, system, eta0, least, most));
}

function raced(
  { name, plan }: Contestant,
  system: CompiledSystem,
  eta0: Vector,
  least: number,
  most: number,
): GraphResult {
  const start = system.energy(eta0, system.unit);
  const height = start - least;
  let [end, taken] = [start, 0];
  let unitDeltaF90: number | null = null;
  for (const { step, unitEnergy } of steps(system, eta0, { ...plan(most), guard: monotone(), stop })) {
    [end, taken] = [unitEnergy, step];
    if (unitEnergy - least <= 0.1 * height) unitDeltaF90 ??= step;
    if (step === most) break;
  }
  const gapToMinimum = end - least;
  return { adapter: name, unitDeltaF90, gapToMinimum, shareLeft: gapToMinimum / height, steps: taken };
}
