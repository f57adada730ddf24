import { type Measured, type Options, type Vector, type WeightAdapter, peek, termBounds } from '@cfc/core';
import { annealed, rising } from './annealed.js';
import { marginsOf } from './margins.js';
import type { options } from './options.js';
import { repay } from './repay.js';
import { report } from './report.js';
import { seedMultipliers } from './seed.js';
import { smoothed } from './smoothed.js';
import { spend } from './spend.js';

/** What the adapter remembers. */
export interface SmallGainState {
  /** Accepted steps so far. */
  readonly calls: number;
  /** The moving average of the terms' values; null before the first. */
  readonly values: Vector | null;
}

type Need = 'termNorms' | 'localBounds' | 'place';

/** The adapter that `SmallGain` and its variants are. */
export function smallGainOf(given: Options<typeof options>): WeightAdapter<SmallGainState, Need> {
  const { spend: on, rho, ema, near, anneal, peek: every, compat } = given;
  return {
    requires: ['bounds'],
    needs: every > 0 ? ['localBounds', 'place'] : ['localBounds', 'place', 'termNorms'],
    init: () => ({ calls: 0, values: null }),
    adapt(seen, state) {
      const { terms, multipliers, localBounds } = seen;
      const calls = state.calls + 1;
      if (!rising(calls, anneal)) {
        return { multipliers: annealed(multipliers, calls, anneal), state: { ...state, calls } };
      }
      const bounds = termBounds(seen.place, near);
      if (compat === 'seed') {
        const next = seedMultipliers(terms, multipliers, localBounds, bounds, given);
        return { multipliers: on === 'weights' ? next : multipliers, state: { ...state, calls } };
      }
      const margins = marginsOf(localBounds, bounds, multipliers, given, rho);
      const values = due(state, every)
        ? smoothed(valuesOf(seen, every > 0, margins.steps, given.maxChange), state.values, ema)
        : state.values!;
      const costs = { start: bounds.start, row: bounds.row, cost: bounds.bound };
      const budget = { rowMargins: margins.available, globalMargin: margins.global, rho };
      const kept = repay(multipliers, costs, margins, given);
      const allocation = spend({ values, costs, ...budget, caps: given, multipliers: kept });
      const facts = report(terms, margins, rho, allocation, values);
      const next = on === 'weights' ? allocation.multipliers : multipliers;
      return { multipliers: next, state: { calls, values }, facts };
    },
    // Where no step is found the way back begins at once: the run is to end under the base weights.
    refused(multipliers, state) {
      if (anneal === 0 || multipliers.every((multiplier) => multiplier === 1)) return null;
      const calls = Math.max(state.calls, Math.floor(anneal / 2)) + 1;
      return { multipliers: annealed(multipliers, calls, anneal), state: { ...state, calls } };
    },
  };
}

/** Whether values are measured in this step. */
function due({ calls, values }: SmallGainState, every: number): boolean {
  return values === null || every === 0 || calls % every === 0;
}

/** What a unit of each coupling's multiplier is worth: what a peek measured, or the squared norm of its gradient. */
function valuesOf(seen: Measured<Need>, peeked: boolean, steps: Vector, change: number): Vector {
  if (peeked) return peek(seen.place, steps, change);
  return seen.termNorms.map((norm, t) => (seen.terms[t]!.kind === 'coup' ? norm * norm : 0));
}
