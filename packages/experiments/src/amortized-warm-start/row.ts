import type { Kind } from './streams.js';

/** How far a single change reaches. */
export type Graph = 'near couplings' | 'far couplings';

/** One observation: passes from a proposed start, or of active sets, beside what a cold start or the full method takes. */
export interface Found {
  readonly part: 'stream' | 'change';
  /** Kind of the stream, or of the graph. */
  readonly kind: Kind | Graph;
  readonly seed: number;
  readonly method: string;
  /** Who proposed, or what was relaxed. */
  readonly start: string;
  readonly passes: number;
  readonly cold: number;
  /** Share of the problems in which the proposal was taken. */
  readonly chosen: number | null;
  /** Largest distance from the minimum, in energy and in any order parameter. */
  readonly gap: number;
  readonly off: number;
  readonly [column: string]: number | string | null;
}

/** The share of passes that is saved. */
export const saving = ({ passes, cold }: Found): number => 1 - passes / cold;
