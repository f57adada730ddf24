import { CfcError, fill, integer, number } from '@cfc/core';
import { checkRows } from '../trace/check-rows.js';
import { percent, told } from '../text/told.js';
import { constraintsIn, lastHalf, type TraceRow } from '../trace/rows.js';
import { riskChange, type RiskChange } from './risk-change.js';
import { type Standing, standingOf, taskOf } from './standing.js';

/** Options of the gate: defaults, ranges, meanings. */
export const gateFields = {
  last: integer(0, 'rows at the end of a trace that are judged; 0: its last half', { min: 0 }),
  satisfaction: number(0.8, 'least share of these rows in which a constraint is satisfied', { min: 0, max: 1 }),
  slip: number(0.05, 'by how much that share may be below the baseline', { min: 0, max: 1 }),
  capped: number(0.5, 'largest share of these rows with λ at its cap', { min: 0, max: 1 }),
  task: number(0.05, 'by how much the mean task loss may be above that of the baseline, as a share of its size', {
    min: 0,
  }),
  risk: number(0, 'by how much V_s may rise', { min: 0 }),
};

/** Options of `gate`; what is left out has its default. */
export type GateOptions = { readonly [K in keyof typeof gateFields]?: number };

/** One condition of a release. */
export interface Check {
  readonly name: string;
  readonly passed: boolean;
  /** What was found against what is asked, as a sentence. */
  readonly what: string;
}

/** A release gate: whether a candidate may take the place of a baseline, and why. */
export interface Gate {
  readonly passed: boolean;
  readonly checks: readonly Check[];
  /** λ, satisfaction and violation of every constraint before and after; null where a trace does not know it. */
  readonly constraints: Readonly<Record<string, { readonly before: Standing | null; readonly after: Standing | null }>>;
  /** Mean task losses; null where there are none. */
  readonly task: { readonly before: number | null; readonly after: number | null };
  readonly risk: RiskChange | null;
}

/**
 * Compares the ends of two traces: all λ, satisfaction rates, the task loss and the risk energy V_s before and after.
 *
 * A candidate passes where every constraint of the baseline is there, judged against the same target, satisfied often enough and not much less often than before, no λ
 * is at its cap most of the time, the task loss is not worse by more than a margin, and V_s does not rise.
 *
 * V_s is the column `risk` where both traces have one, row by row of the same step, and its 95th percentile of ΔV_s = V_s(candidate) -
 * V_s(baseline) counts. Else the mean of `infeasibility` stands in for it, and a rise counts beyond three standard errors.
 *
 * @throws `INPUT_INVALID` for a trace without rows or constraints; `OPTION_UNKNOWN`, `OPTION_INVALID`
 */
export function gate(baseline: readonly TraceRow[], candidate: readonly TraceRow[], options: GateOptions = {}): Gate {
  const limits = fill(gateFields, options, 'gate');
  const [before, after] = [judged(baseline, limits.last, 'baseline'), judged(candidate, limits.last, 'candidate')];
  const names = [...new Set([...constraintsIn(before), ...constraintsIn(after)])];
  const constraints = Object.fromEntries(
    names.map((name) => [name, { before: standingOf(before, name), after: standingOf(after, name) }]),
  );
  const task = { before: taskOf(before), after: taskOf(after) };
  const risk = riskChange(before, after);
  const checks = [
    ...names.flatMap((name) => checksOf(name, constraints[name]!, limits)),
    ...taskCheck(task, limits.task),
    ...(risk === null ? [] : [riskCheck(risk, limits.risk)]),
  ];
  return { passed: checks.every(({ passed }) => passed), checks, constraints, task, risk };
}

function judged(rows: readonly TraceRow[], last: number, which: string): readonly TraceRow[] {
  checkRows(rows, which);
  if (constraintsIn(rows).length > 0) return last === 0 ? lastHalf(rows) : rows.slice(-last);
  const what = rows.length === 0 ? 'the trace has no rows' : 'the trace has no multipliers: no column lambda:*';
  throw new CfcError('INPUT_INVALID', what, which, 'Give rows of traceRow, as cfc dual replay --out writes them.');
}

function checksOf(
  name: string,
  { before, after }: Gate['constraints'][string],
  limits: Required<GateOptions>,
): readonly Check[] {
  if (after === null) {
    return [
      { name: `${name} is there`, passed: false, what: `the candidate's trace does not know the constraint ${name}` },
    ];
  }
  const measure = before === null ? [] : measureCheck(name, before, after);
  const least = Math.max(limits.satisfaction, before === null ? 0 : before.satisfied - limits.slip);
  const earlier = before === null ? '' : `, ${percent(before.satisfied)} before`;
  return [
    ...measure,
    {
      name: `${name} is satisfied`,
      passed: after.satisfied >= least,
      what: `${name} is satisfied in ${percent(after.satisfied)} of the rows${earlier}; at least ${percent(least)} is asked`,
    },
    {
      name: `λ of ${name} is below its cap`,
      passed: after.atCap <= limits.capped,
      what: `λ of ${name} is at its cap in ${percent(after.atCap)} of the rows; at most ${percent(limits.capped)} is allowed`,
    },
  ];
}

/** Satisfaction under another target, or another scale, cannot be compared; told only where it is so. */
function measureCheck(name: string, before: Standing, after: Standing): readonly Check[] {
  const tolerance = 1e-9 * Math.max(1, Math.abs(before.target ?? 0));
  const same = before.target === null || after.target === null || Math.abs(after.target - before.target) <= tolerance;
  if (same && before.raw === after.raw) return [];
  const scale = (raw: boolean): string => (raw ? 'raw losses' : 'normalised losses');
  const of = ({ target, raw }: Standing): string =>
    `${scale(raw)} against ${target === null ? 'no target' : told(target)}`;
  const what = `${name} is judged by ${of(after)}, by ${of(before)} before: its rates cannot be compared`;
  return [{ name: `${name} is judged as before`, passed: false, what }];
}

function taskCheck({ before, after }: Gate['task'], margin: number): readonly Check[] {
  if (before === null) return [];
  const most = before + margin * Math.abs(before);
  const passed = after !== null && after <= most;
  const found =
    after === null ? 'the candidate has no task loss' : `the task loss is ${told(after)}, ${told(before)} before`;
  return [{ name: 'the task loss holds', passed, what: `${found}; at most ${told(most)} is allowed` }];
}

function riskCheck({ before, after, change, rise, of }: RiskChange, most: number): Check {
  const how =
    of === 'risk'
      ? 'ΔV_s at its 95th percentile'
      : 'infeasibility stands in for V_s: its rise less three standard errors';
  return {
    name: 'the risk does not rise',
    passed: rise <= most,
    what: `V_s is ${told(after)}, ${told(before)} before (ΔV_s ${told(change)}); ${how} is ${told(rise)}, at most ${told(most)} is allowed`,
  };
}
