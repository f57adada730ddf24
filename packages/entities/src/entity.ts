import type { Ends } from './entry.js';
import type { Node } from './node.js';

/** A module with an identity: a copy of what it is at one time. */
export interface ModuleEntity extends Node {
  /** Stays the same in every system that the entity is part of. */
  readonly id: string;
  /**
   * 1 when it was created; one more with every command that changes or updates it, and when it is removed. An entity that
   * comes back goes on counting. What a relaxation moves is no new version.
   */
  readonly version: number;
  /** The order parameter. */
  readonly eta: number;
}

/** A coupling with its number, which is never given twice. */
export interface CouplingEntity extends Node {
  readonly number: number;
  readonly between: Ends;
}
