import type { Binned } from './bins.js';

/** What trees of one forest share. */
export interface TreeTask {
  readonly binned: Binned;
  readonly labels: readonly number[];
  readonly classes: number;
  /** Features looked at for a split. */
  readonly tried: number;
  readonly minLeaf: number;
  readonly maxDepth: number;
}
