import { type CompiledSystem, type Environment, type Vector, CfcError, checkEta, describe } from '@cfc/core';
import type { Groups } from './groups.js';
import { strengthsOf } from './strengths.js';

/**
 * Groups by coupling strength: in each round every group joins the one to which its couplings are strongest, of those that
 * have not joined yet; groups have up to 2^rounds modules. The strength between two groups is the sum over their couplings of
 * |∂²E/∂η_i ∂η_j|, by bounds at `eta`.
 *
 * Groups are visited in the order of their first module, ties go to the lower one. What is coupled to nobody stays alone.
 * Takes one pass for the strengths.
 *
 * @param rounds >= 0
 * @throws `INPUT_INVALID` for a number of rounds that is none, or order parameters that do not fit
 * Sources: G. Karypis, V. Kumar, SIAM J. Sci. Comput. 20 (1998) 359; Y. Notay, Electron. Trans. Numer. Anal. 37 (2010) 123.
 */
export function aggregated(
  system: CompiledSystem,
  eta: Vector,
  rounds: number,
  env: Environment = system.unit,
): Groups {
  if (!Number.isSafeInteger(rounds) || rounds < 0) {
    throw new CfcError('INPUT_INVALID', `${describe(rounds)} rounds`, 'aggregated', 'Give a whole number >= 0.');
  }
  const strengths = strengthsOf(system, checkEta(system, eta), env);
  let of = Int32Array.from({ length: system.size }, (_, i) => i);
  let count = system.size;
  for (let round = 0; round < rounds; round++) {
    const { partner, size } = matched(between(system, strengths, of, count));
    of = of.map((group) => partner[group]!);
    count = size;
  }
  return { of, names: Array.from({ length: count }, (_, g) => `group ${g}`) };
}

/** For each group the strengths of what ties it to others. */
function between(
  { incidence: { start, other } }: CompiledSystem,
  strengths: Vector,
  of: Int32Array,
  count: number,
): readonly ReadonlyMap<number, number>[] {
  const ties = Array.from({ length: count }, () => new Map<number, number>());
  of.forEach((group, i) => {
    for (let entry = start[i]!; entry < start[i + 1]!; entry++) {
      const to = of[other[entry]!]!;
      if (to !== group) ties[group]!.set(to, (ties[group]!.get(to) ?? 0) + strengths[entry]!);
    }
  });
  return ties;
}

/** The new group of each group, numbered in order of the first of its two. */
function matched(ties: readonly ReadonlyMap<number, number>[]): { partner: Int32Array; size: number } {
  const partner = new Int32Array(ties.length).fill(-1);
  let size = 0;
  ties.forEach((tie, group) => {
    if (partner[group] !== -1) return;
    let [best, most] = [-1, 0];
    for (const [to, strength] of tie) {
      if (partner[to] !== -1 || strength < most || (strength === most && !(best > to))) continue;
      [best, most] = [to, strength];
    }
    if (best >= 0) partner[best] = size;
    partner[group] = size++;
  });
  return { partner, size };
}
