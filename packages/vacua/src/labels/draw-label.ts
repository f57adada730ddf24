import type { Reason } from '../minimise/reason.js';
import type { Regime } from '../potential/regimes.js';
import type { Spectrum } from './spectrum.js';
import type { Stability } from './stability.js';

/** What was found of one potential from one start. Plain data: numbers that do not exist are null. */
export interface Finding {
  readonly stability: Stability;
  readonly reason: Reason;
  readonly iterations: number;
  /** V where the search ended. */
  readonly value: number | null;
  /** Largest magnitude of the gradient there. */
  readonly gradient: number | null;
  /** |φ| there. */
  readonly norm: number | null;
  /** Fields that sit on their cusp, within 20 d. */
  readonly pinned: number;
  /** Null where there is no critical point. */
  readonly spectrum: Spectrum | null;
  /** It is proven to be the only critical point; see `originIsOnly`. A stable one else is one below which nothing was found, and that is all. */
  readonly proven: boolean;
  /** For a metastable one: the lower V, of another minimum or far out; null where V falls without limit. */
  readonly deeper: number | null;
  /** For a metastable one with another minimum: the height of the barrier before it: of the straight line, or of the pass; see `barrier`. */
  readonly barrier: number | null;
}

/** What was found of one draw. */
export interface DrawLabel extends Finding {
  readonly sample: number;
  readonly regime: Regime;
}
