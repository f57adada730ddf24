import { apc } from './apc.js';
import type { Basis } from './basis.js';
import { legendre, orthonormalLegendre } from './legendre.js';
import { etaMonomial, monomial } from './monomial.js';

const rules = { legendre, orthonormalLegendre, monomial, etaMonomial };

/** The bases by name; `apc` is the one that is made of samples. */
export type BasisName = keyof typeof rules | 'apc';

/** Bases by degree, as far as they were asked for. */
type Shelf = (Basis | undefined)[];

const fixed: Readonly<Record<keyof typeof rules, Shelf>> = {
  legendre: [],
  orthonormalLegendre: [],
  monomial: [],
  etaMonomial: [],
};
const learnt = new WeakMap<readonly number[], Shelf>();

/**
 * The basis of a name and degree; the same arguments give the same object.
 *
 * @param samples what `apc` is made of, a list that does not change; the others do not read it
 */
export function basisOf(name: BasisName, degree: number, samples: readonly number[]): Basis {
  if (name !== 'apc') return (fixed[name][degree] ??= rules[name](degree));
  let shelf = learnt.get(samples);
  if (shelf === undefined) learnt.set(samples, (shelf = []));
  return (shelf[degree] ??= apc(samples, degree));
}
