import type { Capability } from '../contract/system.js';
import { CfcError } from '../errors.js';
import type { LocalGroup, PackedCouplings } from './families.js';

type Locals = readonly LocalGroup[];
type Couplings = readonly PackedCouplings[];

const functionsOf: Readonly<Record<Capability, string>> = {
  bounds: '"bend": give an upper bound of its second derivative',
  curvature: '"curvature" (modules) or "curvatures" (couplings)',
  prox: '"prox"',
};

/** Names the families that do not offer a capability, and what would; null where all do. */
export function lacking(capability: Capability, locals: Locals, couplings: Couplings): string | null {
  const modules = locals.filter((group) => {
    if (capability === 'bounds') return group.family.bend === undefined && group.family.fold === undefined;
    return capability === 'curvature' && group.family.curvature === undefined;
  });
  const others = couplings.filter(({ family }) => {
    if (capability === 'curvature') return family.curvatures === undefined;
    return capability === 'prox' && family.prox === undefined;
  });
  const names = [...modules, ...others].map(({ name }) => name);
  return names.length === 0 ? null : `${names.join(', ')} (needs ${functionsOf[capability]})`;
}

/** Throws `CAPABILITY_MISSING` where a family lacks what `where` needs. */
export type Need = (capability: Capability, where: string) => void;

/** Asks the families once for each capability. */
export function needOf(locals: Locals, couplings: Couplings): Need {
  const known = new Map<Capability, string | null>();
  return (capability, where) => {
    let missing = known.get(capability);
    if (missing === undefined) known.set(capability, (missing = lacking(capability, locals, couplings)));
    if (missing !== null) throw new CfcError('CAPABILITY_MISSING', `not offered by ${missing}`, where);
  };
}
