import type { DualStep } from '../contract.js';
import type { TraceRow } from './rows.js';

/** Further columns of a row: cosines of gradients, a risk energy. */
export type ExtraColumns = Readonly<Record<string, number | null>>;

/**
 * A step as a flat row, plain data for JSON lines, CSV or a figure. What the columns mean: `dualColumns`.
 *
 * @param extra further columns, such as those of `gradientColumns`
 *
 * @example
 * const trace = jsonLinesWriter('trace.jsonl');
 * trace(traceRow(dual.step({ values, task })));
 */
export function traceRow(step: DualStep, extra: ExtraColumns = {}): TraceRow {
  const { task, infeasibility, complementarity, constraints } = step;
  const row: Record<string, number | string | boolean | null> = {
    step: step.step,
    task,
    infeasibility,
    complementarity,
    alerts: step.alerts.length === 0 ? null : step.alerts.map(({ message }) => message).join('; '),
  };
  for (const name in constraints) {
    const one = constraints[name]!;
    row[`raw:${name}`] = one.raw;
    row[`normalized:${name}`] = one.normalized;
    row[`target:${name}`] = one.target;
    row[`violation:${name}`] = one.violation;
    row[`satisfied:${name}`] = one.satisfied;
    row[`lambda:${name}`] = one.multiplier;
    row[`lambda_max:${name}`] = one.cap;
    row[`dual_weight:${name}`] = one.weight;
    row[`reason:${name}`] = one.reason;
    row[`leak_bias:${name}`] = one.leakBias;
    row[`penalty:${name}`] = one.penalty;
    row[`ease:${name}`] = one.ease;
    row[`drift:${name}`] = one.drift;
  }
  return Object.assign(row, extra);
}
