import type { CouplingGroup } from '../../contract/system.js';
import type { Task } from '../../contract/pieces.js';
import { CfcError, messageOf } from '../../errors.js';

/**
 * The proximal operator of coupling `k` of a group at (a, b).
 *
 * @throws `ENERGY_INVALID` with the family and both ids where it throws or gives no finite numbers
 */
export function proxOf(
  { system }: Task,
  group: CouplingGroup,
  k: number,
  a: number,
  b: number,
  tau: number,
): readonly [number, number] {
  let told: string;
  try {
    const moved = group.family.prox!(a, b, tau, group.at(k), system.signals);
    if (Number.isFinite(moved[0]) && Number.isFinite(moved[1])) return moved;
    told = `is (${moved.join(', ')})`;
  } catch (thrown) {
    told = `threw "${messageOf(thrown)}"`;
  }
  const ids = `${system.ids[group.a[k]!]}, ${system.ids[group.b[k]!]}`;
  throw new CfcError('ENERGY_INVALID', `prox of "${group.name}" ${told} for (${a}, ${b})`, ids);
}
