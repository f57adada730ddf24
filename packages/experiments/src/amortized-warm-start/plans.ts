import { type Meter, visitsIn } from '@cfc/amortize';
import {
  type Plan,
  type RelaxState,
  advance,
  anyOf,
  auto,
  descent,
  fixedStep,
  gradientBelow,
  maxSteps,
  monotone,
  smallGainLimit,
} from '@cfc/core';

const stop = anyOf({ of: [gradientBelow({ norm: 1e-11 }), maxSteps({ steps: 5000 })] });

/** Methods for which a start matters: the default, and plain descent at certified steps. */
export const plans = {
  Auto: { method: auto(), guard: monotone(), stop },
  'Descent with SmallGainLimit': {
    method: descent({ search: fixedStep({ step: 1e9 }), limit: smallGainLimit({ theta: 1.5 }) }),
    stop,
  },
} as const satisfies Record<string, Plan>;

export type Method = keyof typeof plans;
export const methods = Object.keys(plans) as Method[];

/** Where a run ended, and what it took. */
export interface Run {
  readonly eta: Float64Array;
  /** Passes of the meter until the energy was at most the target; all of them where it never was. */
  readonly reached: number;
  readonly passes: number;
}

/** Runs a plan to its end; its system is a metered one, too small for a layout of its own. */
export function run({ system, passes }: Meter, plan: Plan, begun: RelaxState, target = -Infinity): Run {
  let [state, besides] = [begun, 0];
  const now = (): number => passes() + besides / system.sequence.length;
  let reached = state.point.energy <= target ? now() : null;
  while (state.outcome === null) {
    const next = advance(system, plan, state);
    state = next.state;
    besides += visitsIn(next.event.facts);
    if (reached === null && state.point.energy <= target) reached = now();
  }
  return { eta: Float64Array.from(state.point.eta), reached: reached ?? now(), passes: now() };
}
