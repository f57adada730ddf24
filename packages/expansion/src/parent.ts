import { type Proposal, ROOT } from './proposal.js';

/** Who brought which module, and in which order proposals were accepted, the root first. */
export interface Lineage {
  readonly owners: ReadonlyMap<string, string>;
  readonly order: readonly string[];
}

/**
 * The one node that a proposal hangs on: what it names (a proposal, or whoever brought the module of that name); else whoever
 * it is most strongly coupled to; the root where it is coupled to nothing.
 *
 * The strength of a coupling is the absolute value of its option `weight`, times the base weight of its term, and 1 where the
 * family has no such option. Among equals the first coupling counts; of a coupling between two others, that end which came later.
 */
export function parentOf(
  proposal: Proposal,
  { owners, order }: Lineage,
  weights: Readonly<Record<string, number>>,
): string {
  const { modules = {}, couplings = [], parent } = proposal;
  if (parent !== undefined) return order.includes(parent) ? parent : owners.get(parent)!;
  let [best, most] = [ROOT, -1];
  for (const { use, between } of couplings) {
    const others = between.filter((end) => !Object.hasOwn(modules, end)).map((end) => owners.get(end)!);
    const given = (use.options as { readonly weight?: unknown }).weight;
    const strength = Math.abs(typeof given === 'number' ? given : 1) * (weights[`coup:${use.name}`] ?? 1);
    if (others.length === 0 || strength <= most) continue;
    most = strength;
    best = others.reduce((one, other) => (order.indexOf(other) > order.indexOf(one) ? other : one));
  }
  return best;
}
