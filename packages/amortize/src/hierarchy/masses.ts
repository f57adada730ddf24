import { type CompiledSystem, type Environment, type Vector, CfcError, checkEta, describe, projected } from '@cfc/core';
import { type Groups, checkGroups, modulesOf } from './groups.js';

/** What a group's mass is measured by: the squared projected gradient of its modules, or their share of the energy. */
export type MassBy = 'gradient' | 'energy';

/**
 * The coarse masses of groups, as shares of the whole: m_G = x_G / Σ x, all 0 where there is nothing.
 *
 * By gradient: x_G = Σ over its modules of (η_i - clip(η_i - g_i))². By energy: x_G = |E_G|, where E_G has the local energies
 * of its modules and half of each coupling that ends there, so that Σ E_G = E. One pass.
 *
 * @throws `INPUT_INVALID` for groups of another system, or order parameters that do not fit
 */
export function massesOf(
  system: CompiledSystem,
  eta: Vector,
  groups: Groups,
  by: MassBy = 'gradient',
  env: Environment = system.unit,
): Float64Array {
  checkGroups(system, groups);
  const { of, names } = groups;
  const at = checkEta(system, eta);
  const each = by === 'gradient' ? squaredResiduals(system, at, env) : energiesOf(system, at, env);
  const sums = new Float64Array(names.length);
  of.forEach((group, i) => (sums[group]! += each[i]!));
  const masses = sums.map(Math.abs);
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  return total > 0 ? masses.map((mass) => mass / total) : masses;
}

function squaredResiduals(system: CompiledSystem, eta: Vector, env: Environment): Float64Array {
  const gradient = new Float64Array(system.size);
  system.gradient(eta, env, gradient);
  return gradient.map((slope, i) => projected(eta[i]!, slope) ** 2);
}

/** Each module's local energy, and half of its couplings'. */
function energiesOf({ size, locals, couplings, signals }: CompiledSystem, eta: Vector, env: Environment): Float64Array {
  const energies = new Float64Array(size);
  for (const { term, count, slots, family, at } of locals) {
    const weight = env.weights[term]!;
    for (let k = 0; k < count; k++) energies[slots[k]!]! += weight * family.energy(eta[slots[k]!]!, at(k), signals);
  }
  for (const { term, count, a, b, family, at } of couplings) {
    const half = 0.5 * env.weights[term]!;
    for (let k = 0; k < count; k++) {
      const [i, j] = [a[k]!, b[k]!];
      const energy = half * family.energy(eta[i]!, eta[j]!, at(k), signals);
      energies[i]! += energy;
      energies[j]! += energy;
    }
  }
  return energies;
}

/**
 * The fewest groups that together have at least a share of the mass, the heaviest first; ties go to the lower group. Groups
 * without mass are never among them.
 *
 * @param share in (0, 1]
 * @throws `INPUT_INVALID` for a share that is none, or a mass that is not a finite number >= 0
 */
export function heaviest(masses: Vector, share: number): readonly number[] {
  checkShare(share);
  masses.forEach((mass, g) => {
    if (mass >= 0 && mass < Infinity) return;
    throw new CfcError(
      'INPUT_INVALID',
      `a mass is ${describe(mass)}`,
      `heaviest.masses[${g}]`,
      'Give finite numbers >= 0.',
    );
  });
  const order = [...masses.keys()].filter((g) => masses[g]! > 0).sort((g, h) => masses[h]! - masses[g]! || g - h);
  const needed = share * masses.reduce((sum, mass) => sum + mass, 0);
  let sum = 0;
  const count = order.findIndex((g) => (sum += masses[g]!) >= needed);
  return count < 0 ? order : order.slice(0, count + 1);
}

function checkShare(share: number): void {
  if (share > 0 && share <= 1) return;
  throw new CfcError('INPUT_INVALID', `the share is ${describe(share)}`, 'heaviest', 'Give a number in (0, 1].');
}

/**
 * Selection by mass, for a stage of `relaxStaged`: the modules of the heaviest groups.
 *
 * @param given.groups as of `familiesOf`, `groupsOf` or `aggregated`
 * @param given.share of the mass, in (0, 1]; 0.9 where none is given
 * @example { name: 'where it hurts', only: selection({ groups: familiesOf(system) }), plan }
 */
export function selection(given: {
  readonly groups: Groups;
  readonly share?: number;
  readonly by?: MassBy;
}): (system: CompiledSystem, eta: Vector) => Int32Array {
  const { groups, share = 0.9, by = 'gradient' } = given;
  checkShare(share);
  return (system, eta) => modulesOf(groups, heaviest(massesOf(system, eta, groups, by), share));
}
