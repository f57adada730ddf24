import {
  type CompiledSystem,
  type Plan,
  type Vector,
  advance,
  anyOf,
  begin,
  defineStop,
  gradientBelow,
  solutionOf,
} from '@cfc/core';
import { metered, visitsIn } from '../meter.js';
import type { PlannedStage, StageReport } from './staged.js';

/** A run that ended by itself, or because its budget was used up. */
export interface Run extends Pick<StageReport, 'steps' | 'ended' | 'reason'> {
  readonly vector: Vector;
  /** Coupling visits. */
  readonly visits: number;
}

/**
 * Runs a stage's plan until it ends or `visits` coupling visits are spent. Steps are whole: the last one may go over.
 *
 * @param each what one coupling of this system stands for, in visits
 */
export function runStage(system: CompiledSystem, eta: Vector, stage: PlannedStage, visits: number, each: number): Run {
  const meter = metered(system);
  const plan = planOf(stage);
  let besides = 0;
  const spent = (): number => each * meter.visits() + besides;
  let state = begin(meter.system, eta, plan);
  while (state.outcome === null && state.steps < (stage.steps ?? Infinity) && spent() < visits) {
    const next = advance(meter.system, plan, state);
    state = next.state;
    besides += each * visitsIn(next.event.facts);
    for (const observer of plan.observers ?? []) observer(next.event);
  }
  const { vector, steps } = solutionOf(system, state);
  const reason = state.reason ?? (spent() < visits ? `${steps} steps are done` : 'the passes are spent');
  return { vector, steps, visits: spent(), ended: state.outcome ?? 'spent', reason };
}

/** The stage's plan, with its tolerance as one more stop rule. */
function planOf({ plan, tolerance }: PlannedStage): Plan {
  if (tolerance === undefined) return plan;
  const near = gradientBelow({ norm: tolerance });
  const { stop } = plan;
  if (stop === undefined) return { ...plan, stop: near };
  const given = defineStop({
    name: 'Given',
    meaning: "the plan's own rule",
    options: {},
    make: () => ({ init: () => stop.init(), check: (seen, state) => stop.check(seen, state) }),
  });
  return { ...plan, stop: anyOf({ of: [near, given()] }) };
}
