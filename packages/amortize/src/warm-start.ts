import { CfcError, type CompiledSystem, type Environment, type Vector, checkEta } from '@cfc/core';

/** The start that was chosen. */
export interface WarmStart {
  readonly eta: Vector;
  /** Its energy; null where there was nothing to compare. */
  readonly energy: number | null;
  /** Whose proposal it is; null where what was read is lower. */
  readonly chosen: string | null;
  /** Energies that were asked for: one for each proposal and one for what was read; none where nobody proposed anything. */
  readonly evaluations: number;
}

/**
 * Chooses the start with the lowest energy of what was read and what is proposed. A proposal is never trusted: a bad one costs
 * one evaluation. Ties go to what was read, then to the earlier proposal.
 *
 * @param read order parameters to start from without a proposal
 * @param proposals by name; null for none
 * @param env the weights under which energies are compared; the system's own where none are given
 * @throws `INPUT_INVALID` for order parameters that do not fit: another number of them, one that is not in [0, 1]
 */
export function warmStart(
  system: CompiledSystem,
  read: Vector,
  proposals: Readonly<Record<string, Vector | null>>,
  env: Environment = system.unit,
): WarmStart {
  const start = checkEta(system, read);
  const given = Object.entries(proposals).flatMap(([name, eta]) =>
    eta === null ? [] : [{ chosen: name, eta: checked(system, eta, name) }],
  );
  if (given.length === 0) return { eta: start, energy: null, chosen: null, evaluations: 0 };
  let best = { eta: start, energy: system.energy(start, env), chosen: null as string | null };
  for (const { chosen, eta } of given) {
    const energy = system.energy(eta, env);
    if (energy < best.energy) best = { eta, energy, chosen };
  }
  return { ...best, evaluations: 1 + given.length };
}

function checked(system: CompiledSystem, eta: Vector, name: string): Float64Array {
  try {
    return checkEta(system, eta);
  } catch (error) {
    const { code, what, where, fix } = error as CfcError;
    throw new CfcError(code, what, `proposals.${name}.${where}`, fix);
  }
}
