import {
  couplingColumns,
  defineSystem,
  directedHinge,
  gateBenefit,
  moduleColumns,
  quadratic,
  readEta,
  type System,
  uniform,
  type Vector,
} from '@cfc/core';
import { energyGating } from '@cfc/modules-gating';
import { families, type FamilyName } from '../graphs/families.js';

/** Number of the draw that each column is taken from. */
const draws = { a: 1, b: 2, gain: 3, pull: 4, benefit: 5, hinge: 6 } as const;

/**
 * Random gates on a graph: every edge pulls its ends together, asks its first end not to fall below the second, and
 * rewards its second end for opening. The same for the same arguments.
 */
export function graphSystem(family: FamilyName, size: number, seed: number): { source: System; eta0: Vector } {
  const { a, b } = families[family](size, seed);
  const column = (name: keyof typeof draws, count: number, from: number, to: number): Float64Array =>
    Float64Array.from({ length: count }, (_, k) => from + (to - from) * uniform(seed, 2 ** 20 + draws[name], k));
  const source = defineSystem({
    modules: [
      moduleColumns(energyGating, {
        count: size,
        prefix: 'gate',
        with: { a: column('a', size, 0.1, 0.2), b: column('b', size, 0.03, 0.07) },
      }),
    ],
    couplings: [
      couplingColumns(quadratic, { a, b, with: { weight: column('pull', a.length, 0.3, 0.9) } }),
      couplingColumns(directedHinge, { a, b, with: { weight: column('hinge', a.length, 0.1, 0.5) } }),
      couplingColumns(gateBenefit, { a: b, b: a, with: { weight: column('benefit', a.length, 0.2, 0.6) } }),
    ],
    signals: { delta_eta_domain: 0.05 },
  });
  const gains = column('gain', size, 0, 0.2);
  const inputs = Object.fromEntries(source.ids.map((id, i) => [id, { gain: gains[i]! }]));
  return { source, eta0: readEta(source, inputs) };
}
