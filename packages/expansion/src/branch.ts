import type { System } from '@cfc/core';
import type { Decision, Refusal } from './decision.js';
import type { TreeNode } from './tree/node.js';

/** A system that grew, at rest. */
export interface Branch {
  readonly system: System;
  /** The relaxed order parameters by id. */
  readonly eta: Readonly<Record<string, number>>;
  /** The relaxed unit-weight energy E. */
  readonly energy: number;
  /** What the complexity that was added costs: γ for each module, and so on. */
  readonly complexity: number;
  /** E + complexity, by which branches are compared. */
  readonly total: number;
  /** Totals: where it began, after the first relaxation, and after every acceptance. None is above the one before. */
  readonly history: readonly number[];
  /** What was accepted, in order. */
  readonly accepted: readonly Decision[];
  /** What was not, each with why at last. */
  readonly refused: readonly Refusal[];
  /** Every decision that was measured, in order. */
  readonly decisions: readonly Decision[];
  /** What hangs on what: the root first, then the accepted proposals in order. */
  readonly tree: readonly TreeNode[];
  /** Its share of the Boltzmann distribution over the branches alive, in [0, 1]. */
  readonly weight: number;
}
