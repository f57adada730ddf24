import { type AnyModule, compile, defineSystem, gateBenefit, landau, quadratic, readOneEta, relax } from '@cfc/core';
import { connectivity } from '@cfc/modules-connectivity';
import { energyGating } from '@cfc/modules-gating';

/** How gates decide. */
export interface Gates {
  /** What opening costs, in units of the connectivity's energy. */
  readonly cost: number;
  /** Sharpness of the decision as it is read: k · cost. */
  readonly sharpness: number;
  /** Weight of the gate benefit, whose signal is the gain of the gate; 0 for no such coupling. */
  readonly benefit: number;
}

/** A relaxation of the connectivity and its gates. */
export interface Relaxed {
  /** η of the gates as read, and in the end. */
  readonly read: readonly number[];
  readonly gates: readonly number[];
  /** η of the connectivity in the end. */
  readonly eta: number;
  /** Fall of the unit-weight energy. */
  readonly fall: number;
}

/** How stiffly the connectivity is held to what was read: a module that is least there, and a pull towards that. */
const TRUST = 4;

/** Relaxes a connectivity that was read as `eta` together with gates that would gain so much each. */
export function relaxGates(eta: number, gains: readonly number[], { cost, sharpness, benefit }: Gates): Relaxed {
  const gate = energyGating({ cost, k: sharpness / cost });
  const names = gains.map((_, k) => `gate${k}`);
  const modules: Readonly<Record<string, AnyModule>> = {
    net: connectivity(),
    reading: landau({ a: TRUST, b: 0, h: 2 * TRUST * eta }),
    ...Object.fromEntries(names.map((name) => [name, gate])),
  };
  const system = defineSystem({
    modules,
    couplings: [
      { use: quadratic({ weight: TRUST }), between: ['net', 'reading'] },
      ...(benefit === 0 ? [] : names).map((name) => ({
        use: gateBenefit({ weight: benefit, signal: name }),
        between: [name, 'net'] as const,
      })),
    ],
    signals: benefit === 0 ? {} : Object.fromEntries(gains.map((gain, k) => [names[k]!, gain])),
  });
  const read = gains.map((gain, k) => readOneEta(system, names[k]!, { gain }));
  const compiled = compile(system);
  const start = Float64Array.of(eta, eta, ...read);
  const { vector, unitEnergy } = relax(compiled, start);
  const fall = compiled.energy(start, compiled.unit) - unitEnergy;
  return { read, gates: [...vector.slice(2)], eta: vector[0]!, fall };
}
