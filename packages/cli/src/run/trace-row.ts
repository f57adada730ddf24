import type { StepEvent, Term } from '@cfc/core';

/** One step in `trace`, and one line of trace.jsonl. */
export interface TraceRow {
  /** 1 for the first step. */
  readonly step: number;
  readonly accepted: boolean;
  /** Under the weights of the step. */
  readonly energy: number;
  readonly unitEnergy: number;
  /** Energy after minus before, under one set of weights. */
  readonly change: number;
  /** Why the step was refused, or null. */
  readonly reason: string | null;
  readonly weights: Readonly<Record<string, number>>;
  /** What the method, its limit and the adapter report, by name. */
  readonly facts: Readonly<Record<string, number>>;
  readonly warnings: readonly string[];
}

/** What is kept of a step. */
export function traceRow(event: StepEvent, terms: readonly Term[]): TraceRow {
  const { step, accepted, energy, unitEnergy, change, reason, facts, warnings } = event;
  const weights = Object.fromEntries(terms.map(({ key }, t) => [key, event.weights[t]!]));
  return { step, accepted, energy, unitEnergy, change, reason, weights, facts, warnings };
}
