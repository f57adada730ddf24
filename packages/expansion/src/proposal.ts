import type { Link, ModuleMap } from '@cfc/core';
import type { Branch } from './branch.js';

/** Modules, couplings or both that a system may grow by: all of it or nothing. */
export interface Proposal {
  /** By which it is known; one id always stands for the same proposal. */
  readonly id: string;
  /** Modules by id. Two proposals that bring the same id are alternatives: one of them keeps the other out. */
  readonly modules?: ModuleMap;
  /** Couplings between its own modules and any others. It waits while some end is not there yet. */
  readonly couplings?: readonly Link[];
  /** Where its modules begin, in [0, 1]; 0 where nothing is said. */
  readonly eta?: Readonly<Record<string, number>>;
  /** To what it attaches: an accepted proposal, a module, or `root`; see `Acceptance` for the rule where nothing is said. */
  readonly parent?: string;
}

/**
 * Proposes, in view of a branch as it is. Asked once a round for every branch that still grows; a branch is done when it
 * proposes nothing that was not refused in the same state.
 *
 * @param round from 1
 */
export type Propose = (branch: Branch, round: number) => Iterable<Proposal>;

/** The id of the system that all growth begins with. */
export const ROOT = 'root';
