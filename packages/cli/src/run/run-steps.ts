import { setImmediate } from 'node:timers/promises';
import { advance, type RelaxState, type Scenario } from '@cfc/core';
import { type BudgetOptions, energyBudgetTracker, type Row } from '@cfc/observability';

/** How long steps are taken without a look at signals, in ms. */
const SLICE = 20;

/** Who hears of a run. */
export interface Listener<State = RelaxState> {
  /** After every step. */
  step(row: Row, state: State): void;
  /** Now and then, between two steps. */
  pause(state: State): void;
}

/**
 * Takes the remaining steps of a run, until it ends or `interrupt` is aborted; returns the last state. Who hears of a step is
 * handed a row of `energyBudgetTracker`.
 */
export async function runSteps(
  { system, plan }: Scenario,
  begun: RelaxState,
  interrupt: AbortSignal,
  listeners: readonly Listener[],
  columns: BudgetOptions = {},
): Promise<RelaxState> {
  let state = begun;
  const tracker = energyBudgetTracker(
    system,
    (row) => {
      for (const listener of listeners) listener.step(row, state);
    },
    columns,
  );
  const watched = { ...plan, observers: [tracker] };
  let next = performance.now() + SLICE;
  while (state.outcome === null && !interrupt.aborted) {
    const { state: after, event } = advance(system, watched, state);
    state = after;
    tracker(event);
    if (performance.now() < next) continue;
    for (const listener of listeners) listener.pause(state);
    await setImmediate(); // lets signals in
    next = performance.now() + SLICE;
  }
  return state;
}
