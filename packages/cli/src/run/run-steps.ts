import { setImmediate } from 'node:timers/promises';
import { advance, type RelaxState, type Scenario } from '@cfc/core';
import { type TraceRow, traceRow } from './trace-row.js';

/** How long steps are taken without a look at signals, in ms. */
const SLICE = 20;

/** Who hears of a run. */
export interface Listener {
  /** After every step. */
  step(row: TraceRow, state: RelaxState): void;
  /** Now and then, between two steps. */
  pause(state: RelaxState): void;
}

/** Takes the remaining steps of a run, until it ends or `interrupt` is aborted; returns the last state. */
export async function runSteps(
  { system, plan }: Scenario,
  begun: RelaxState,
  interrupt: AbortSignal,
  listeners: readonly Listener[],
): Promise<RelaxState> {
  let state = begun;
  let next = performance.now() + SLICE;
  while (state.outcome === null && !interrupt.aborted) {
    const { state: after, event } = advance(system, plan, state);
    state = after;
    const row = traceRow(event, system.terms);
    for (const listener of listeners) listener.step(row, state);
    if (performance.now() < next) continue;
    for (const listener of listeners) listener.pause(state);
    await setImmediate(); // lets signals in
    next = performance.now() + SLICE;
  }
  return state;
}
