import {
  type CompiledSystem,
  type Etas,
  type Parts,
  type Plan,
  type System,
  checkEta,
  compile,
  defineSystem,
  relax,
} from '@cfc/core';

/** A system at rest. */
export interface Rest {
  readonly parts: Parts;
  readonly system: System;
  readonly compiled: CompiledSystem;
  readonly eta: Readonly<Record<string, number>>;
  /** The unit-weight energy. */
  readonly energy: number;
  /** The same before the relaxation. */
  readonly before: number;
}

/**
 * Below so many modules plain loops are about as fast as WebAssembly, and the same bits; and WebAssembly's memory comes back
 * only when the thread pauses, which no expansion does.
 */
const SMALL = 500;

/**
 * Puts parts together and relaxes them. Where a plan without a guard ended above where it began, it stays where it began.
 *
 * @throws what `defineSystem`, `compile` and `relax` throw
 */
export function restOf(parts: Parts, eta0: Etas, plan: Plan): Rest {
  const system: System = defineSystem(parts);
  const compiled = compile(system, { backend: system.size < SMALL ? 'js' : 'wasm' });
  const start = checkEta(system, eta0);
  const before = compiled.energy(start, compiled.unit);
  const { vector, unitEnergy } = relax(compiled, start, plan);
  const fell = unitEnergy <= before;
  const end = fell ? vector : start;
  const eta = Object.fromEntries(system.ids.map((id, i) => [id, end[i]!]));
  return { parts, system, compiled, eta, energy: fell ? unitEnergy : before, before };
}

/** The energy of a system at order parameters that may have those of others among them. */
export function energyAt({ system, compiled }: Rest, eta: Readonly<Record<string, number>>): number {
  return compiled.energy(
    Float64Array.from(system.ids, (id) => eta[id]!),
    compiled.unit,
  );
}
