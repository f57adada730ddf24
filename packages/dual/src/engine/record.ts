import type { ConstraintStep, DualStep, Reason } from '../contract.js';
import type { Line } from './line.js';
import { gradientWeight } from './gradient-weight.js';

type Draft = { -readonly [K in keyof DualStep]: DualStep[K] };
type Write = (step: number, task: number | null | undefined, before: Float64Array | null, reasons: Reason[]) => Draft;

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** Writes finished steps: one object for each constraint, all of one shape. */
export function recorder(lines: readonly Line[]): Write {
  const blank: Record<string, ConstraintStep> = Object.fromEntries(
    lines.map(({ settings }) => [settings.name, null as unknown as ConstraintStep]),
  );
  return (step, task, before, reasons) => {
    const constraints = { ...blank };
    let [infeasibility, complementarity] = [0, 0];
    for (let k = 0; k < lines.length; k++) {
      const line = lines[k]!;
      const { multiplier, violation } = line.cell;
      const constraint = constraintStep(line, before === null ? multiplier : before[k]!, reasons[k]!);
      constraints[line.settings.name] = constraint;
      if (constraint.violation === null) continue;
      const signed = line.settings.sense === 'equal';
      infeasibility = Math.max(infeasibility, signed ? Math.abs(violation) : violation);
      if (!signed) complementarity = Math.max(complementarity, Math.abs(multiplier * violation));
    }
    return { step, task: finite(task ?? NaN), constraints, infeasibility, complementarity, alerts: none };
  };
}

const none: DualStep['alerts'] = Object.freeze([]);

/** @param weighing the multiplier that the weight is made with */
function constraintStep(line: Line, weighing: number, reason: Reason): ConstraintStep {
  const { settings, cell, normalizer } = line;
  const { sense, max, tolerance, leak, controller } = settings;
  const { violation, multiplier, penalty } = cell;
  const known = violation === violation;
  return {
    raw: finite(cell.raw),
    normalized: finite(cell.normalized),
    target: finite(cell.target),
    violation: known ? violation : null,
    satisfied: known ? (sense === 'equal' ? Math.abs(violation) : violation) <= tolerance : null,
    multiplier,
    weight: gradientWeight(line, weighing, violation),
    reason,
    cap: max < Infinity ? max : null,
    leakBias: leak > 0 ? controller.leakBias(leak, multiplier, settings.rate ?? penalty) : 0,
    penalty,
    ease: finite(cell.ease),
    drift: normalizer.drift(),
  };
}
