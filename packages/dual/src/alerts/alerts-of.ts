import type { Alert, AlertOptions, ConstraintStep } from '../contract.js';
import { checkRows } from '../trace/check-rows.js';
import { constraintsIn, satisfied, type TraceRow } from '../trace/rows.js';
import { createAlerts } from './create-alerts.js';

/** An alert, and the step at which it was given. */
export interface DatedAlert extends Alert {
  readonly step: number;
}

/** The alerts that a trace would have given, step by step; see `createAlerts`. Throws `INPUT_INVALID` for what is no list of rows. */
export function alertsOf(rows: readonly TraceRow[], options: AlertOptions = {}): readonly DatedAlert[] {
  checkRows(rows, 'alertsOf');
  const names = constraintsIn(rows);
  const watch = createAlerts(options, names);
  return rows.flatMap((row, k) => {
    const step = typeof row['step'] === 'number' ? row['step'] : k + 1;
    const constraints = Object.fromEntries(names.map((name) => [name, stepOf(row, name)]));
    return watch
      .push({ step, task: null, constraints, infeasibility: 0, complementarity: 0 })
      .map((alert) => ({ ...alert, step }));
  });
}

const numberOr = <T>(value: unknown, otherwise: T): number | T => (typeof value === 'number' ? value : otherwise);

function stepOf(row: TraceRow, name: string): ConstraintStep {
  const violation = numberOr(row[`violation:${name}`], null);
  return {
    raw: null,
    normalized: null,
    target: null,
    violation,
    satisfied: violation === null ? null : satisfied(row, name),
    multiplier: numberOr(row[`lambda:${name}`], 0),
    weight: 0,
    reason: 'update',
    cap: numberOr(row[`lambda_max:${name}`], null),
    leakBias: 0,
    penalty: 0,
    ease: null,
    drift: null,
  };
}
