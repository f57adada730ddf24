import { apc } from './apc.js';
import type { Basis } from './basis.js';
import { legendre, orthonormalLegendre } from './legendre.js';
import { etaMonomial, monomial } from './monomial.js';

const rules = { legendre, orthonormalLegendre, monomial, etaMonomial, apc } as const;

/** The bases by name. */
export type BasisName = keyof typeof rules;
export const basisNames = Object.freeze(Object.keys(rules)) as readonly [BasisName, ...BasisName[]];

const known = new Map<string, Basis>();
const learnt = new WeakMap<readonly number[], Map<number, Basis>>();

/**
 * The basis of a name and degree. The same arguments give the same object.
 *
 * @param samples what `apc` is made of, a list that does not change; the others do not read it
 */
export function basisOf(name: BasisName, degree: number, samples: readonly number[]): Basis {
  if (name !== 'apc') return remembered(known, `${name} ${degree}`, () => rules[name](degree));
  const byDegree = remembered(learnt, samples, () => new Map<number, Basis>());
  return remembered(byDegree, degree, () => apc(samples, degree));
}

/** What a table has under a key; made where there is nothing yet. */
function remembered<K, V>(
  table: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  key: K,
  make: () => V,
): V {
  const found = table.get(key);
  if (found !== undefined) return found;
  const made = make();
  table.set(key, made);
  return made;
}
