import type { CompiledSystem, Facts } from '@cfc/core';

/** A system that counts what is asked of it. */
export interface Meter {
  /** The same system: the same bits, and every evaluation counted. */
  readonly system: CompiledSystem;
  /** Coupling visits so far. */
  visits(): number;
  /** The same in passes, visits / number of couplings: one evaluation of the energy, with its gradient or without, is one. */
  passes(): number;
}

/**
 * Counts coupling visits, the one currency in which methods can be compared: an energy, gradient, difference, Hessian product,
 * diagonal, row bound or measurement of terms visits every coupling once, a sweep visits each from both ends, and a shift of
 * one module visits the couplings of that module. A system without couplings counts modules instead.
 *
 * Conjugate gradients count by their products. Nothing is counted twice.
 */
export function metered(system: CompiledSystem): Meter {
  const links = couplingsOf(system);
  const pass = links > 0 ? links : system.size;
  const seen = { visits: 0 };
  return {
    system: counting(system, pass, links > 0, seen),
    visits: () => seen.visits,
    passes: () => seen.visits / pass,
  };
}

/** How many couplings a system has. */
export const couplingsOf = (system: CompiledSystem): number =>
  (system.inner ?? system).couplings.reduce((total, { count }) => total + count, 0);

/** Coupling visits that a step made in systems of its own, as `ActiveSet` reports them; 0 for other methods. */
export const visitsIn = (facts: Facts): number => facts['visits'] ?? 0;

/** What visits no coupling. */
const FREE = ['lacks', 'faultAt', 'vector', 'toInner', 'toOuter'];

function counting(system: CompiledSystem, pass: number, linked: boolean, seen: { visits: number }): CompiledSystem {
  const own: Partial<Record<string, unknown>> = {
    inner: system.inner === null ? null : counting(system.inner, pass, linked, seen),
    solve: ((...given) => {
      const solve = system.solve(...given);
      seen.visits += solve.products * pass;
      return solve;
    }) satisfies CompiledSystem['solve'],
    shift: ((i, ...given) => {
      const { start } = system.incidence;
      seen.visits += linked ? start[i + 1]! - start[i]! : 1;
      return system.shift(i, ...given);
    }) satisfies CompiledSystem['shift'],
    sweep: ((...given) => {
      seen.visits += 2 * pass;
      return system.sweep(...given);
    }) satisfies CompiledSystem['sweep'],
  };
  // Getters of the system stay getters: what few ask for is made when it is asked for.
  for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(system))) {
    if (typeof value !== 'function' || name in own || FREE.includes(name)) continue;
    own[name] = (...given: unknown[]): unknown => {
      seen.visits += pass;
      return (value as (...given: unknown[]) => unknown)(...given);
    };
  }
  const properties = Object.entries(own).map(([name, value]) => [name, { value, enumerable: true }] as const);
  return Object.freeze(Object.create(system, Object.fromEntries(properties)) as CompiledSystem);
}
