import type { CompiledSystem, Environment, Vector } from '@cfc/core';
import { joining } from '../reduce/embedding.js';
import { reduced } from '../reduce/reduced.js';
import { type Groups, checkGroups } from './groups.js';

/** A system with one order parameter for each group. */
export interface Coarse {
  readonly system: CompiledSystem;
  /** η_i = ξ of the module's group. */
  prolong(xi: Vector): Float64Array;
  /** ξ = the mean of η over the group: of all ξ the one whose prolongation is nearest to η. */
  restrict(eta: Vector): Float64Array;
}

/**
 * The fine energy on order parameters that are the same all over a group: E_c(ξ) = E(P ξ), exactly, with P_iG = 1 where module
 * i is in group G. Nothing is modelled: a start from the coarse minimum has the energy that the coarse system says.
 *
 * Its gradient is Pᵀ g, its Hessian Pᵀ H P, and its Gershgorin rows bound those. Couplings inside a group become local
 * energies F(ξ, ξ); squared gaps between the same two groups with the same scales become one, so that the coarse system is
 * cheaper, too. Source: K. Stüben, J. Comput. Appl. Math. 128 (2001) 281, for aggregation; a Galerkin product for its energy.
 *
 * @param env the weights under which; the coarse system's own base weights are these
 * @throws `INPUT_INVALID` for groups of another system, or without modules
 */
export function coarsened(system: CompiledSystem, groups: Groups, env: Environment = system.unit): Coarse {
  checkGroups(system, groups);
  const { of, names } = groups;
  const count = names.length;
  return Object.freeze<Coarse>({
    system: reduced(system, env, joining(of, count)),
    prolong: (xi) => Float64Array.from(of, (group) => xi[group]!),
    restrict(eta) {
      const [sums, sizes] = [new Float64Array(count), new Float64Array(count)];
      of.forEach((group, i) => {
        sums[group]! += eta[i]!;
        sizes[group]!++;
      });
      return sums.map((sum, group) => Math.min(1, sum / sizes[group]!));
    },
  });
}
