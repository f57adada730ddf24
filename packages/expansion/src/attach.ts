import type { AnyCoupling, AnyModule, Parts } from '@cfc/core';
import type { Proposal } from './proposal.js';

/**
 * The parts of a system with a proposal, weighted by the η of its gate: 1 puts its families among those that are there; below
 * 1 they become terms of their own, `local:<Family>@<proposal>`, whose base weight is η times that of the family.
 */
export function attach(parts: Parts, proposal: Proposal, gate: number): Parts {
  const { id, modules = {}, couplings = [] } = proposal;
  if (gate === 1) {
    return { ...parts, modules: { ...parts.modules, ...modules }, couplings: [...parts.couplings, ...couplings] };
  }
  const weights: Record<string, number> = {};
  const gated = <Use extends AnyModule | AnyCoupling>(use: Use, kind: 'local' | 'coup'): Use => {
    const name = `${use.name}@${id}`;
    weights[`${kind}:${name}`] = gate * (parts.weights[`${kind}:${use.name}`] ?? 1);
    return Object.freeze({ ...use, name });
  };
  const own = Object.entries(modules).map(([module, use]) => [module, gated(use, 'local')] as const);
  const links = couplings.map(({ use, between }) => ({ use: gated(use, 'coup'), between }));
  return {
    ...parts,
    modules: { ...parts.modules, ...Object.fromEntries(own) },
    couplings: [...parts.couplings, ...links],
    weights: { ...parts.weights, ...weights },
  };
}

/** What a proposal adds. */
export const sizeOf = ({ modules = {}, couplings = [] }: Proposal): { modules: number; couplings: number } => ({
  modules: Object.keys(modules).length,
  couplings: couplings.length,
});
