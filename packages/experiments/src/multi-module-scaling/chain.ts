import {
  type CompiledSystem,
  type Vector,
  compile,
  couplingColumns,
  defineSystem,
  gateBenefit,
  moduleColumns,
  normal,
  quadratic,
  readEta,
  uniform,
} from '@cfc/core';
import { connectivity } from '@cfc/modules-connectivity';
import { energyGating } from '@cfc/modules-gating';
import { sequenceConsistency } from '@cfc/modules-sequence';

/** Which couplings act: none, the benefits of the gates, or those and the chain. */
export const ARMS = ['none', 'benefits', 'all'] as const;
export type Arm = (typeof ARMS)[number];

/** Weights of the chain's quadratic couplings and of the benefits. */
const [CHAIN, BENEFIT] = [0.6, 0.8];
/** Values in a sequence; width of a grid of nodes. */
const [VALUES, WIDTH] = [16, 8];

/** What the modules of a chain read: entry i belongs to unit i. */
export interface Readings {
  readonly order: readonly number[];
  readonly links: readonly number[];
  readonly gates: readonly number[];
}

/**
 * A chain of units, each a sequence, a connectivity and a gating module coupled one to the next in that order, the gate to the
 * sequence of the next unit. The benefit of opening a gate is the disorder that was read in its sequence, 1 - η.
 *
 * @param extra added to the benefit of the unit in the middle
 */
export function chain(benefits: readonly number[], arm: Arm, extra = 0): CompiledSystem {
  const count = benefits.length;
  const order = Int32Array.from(benefits.keys());
  const [links, gates] = [order.map((i) => count + i), order.map((i) => 2 * count + i)];
  const next = order.slice(1);
  const weight = Float64Array.from(benefits, (benefit, i) => BENEFIT * (benefit + (i === count >> 1 ? extra : 0)));
  const join = (a: Int32Array, b: Int32Array) => couplingColumns(quadratic, { a, b, with: { weight: CHAIN } });
  return compile(
    defineSystem({
      modules: [
        moduleColumns(sequenceConsistency, { count, prefix: 'order' }),
        moduleColumns(connectivity, { count, prefix: 'links' }),
        moduleColumns(energyGating, { count, prefix: 'gate' }),
      ],
      couplings: [
        ...(arm === 'none' ? [] : [couplingColumns(gateBenefit, { a: gates, b: order, with: { weight } })]),
        ...(arm === 'all' ? [join(order, links), join(links, gates), join(gates.slice(0, -1), next)] : []),
      ],
      signals: { delta_eta_domain: 1 },
    }),
  );
}

/** Reads noisy sequences, thinned grids and the gains of putting the sequences in order. */
export function readings(count: number, seed: number): Readings {
  const sequences = Array.from({ length: count }, (_, i) => {
    const noise = VALUES * uniform(seed, i, 0);
    return Array.from({ length: VALUES }, (_, j) => j + noise * normal(seed, i, 1 + j));
  });
  const grids = sequences.map((_, i) => ({
    width: WIDTH,
    height: WIDTH,
    open: 0.3 + 0.4 * uniform(seed, i, 100),
    seed: seed * count + i,
  }));
  const numbered = <T>(prefix: string, inputs: readonly T[]) =>
    Object.fromEntries(inputs.map((input, i) => [`${prefix}${i}`, input]));
  const domain = defineSystem({
    modules: [
      moduleColumns(sequenceConsistency, { count, prefix: 'order', with: { samples: 64, seed } }),
      moduleColumns(connectivity, { count, prefix: 'links' }),
    ],
  });
  const read = [...readEta(domain, { ...numbered('order', sequences), ...numbered('links', grids) })];
  const [order, links] = [read.slice(0, count), read.slice(count)];
  const gate = energyGating();
  const full = sequenceConsistency();
  const gates = order.map((eta) => gate.family.eta({ gain: full.family.energy(eta, full.options, {}) }, gate.options));
  return { order, links, gates };
}

/** The order parameters of a chain in the order in which it is coupled. */
export const alongChain = (eta: Vector): readonly number[] =>
  Array.from({ length: eta.length }, (_, k) => eta[(k % 3) * (eta.length / 3) + Math.floor(k / 3)]!);
