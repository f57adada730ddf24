import { CfcError, describe, flag, number, type StepEvent, type Vector } from '@cfc/core';
import type { Row } from '../table/row.js';
import { aFunction, type Check, checkOptions } from './check-options.js';

/** What is told beyond the budget itself; each costs a pass over the modules or more, so none is on by default. */
export interface BudgetOptions {
  /** Margins below this one are counted as warnings; 1e-5 by default. */
  readonly marginWarnBelow?: number;
  /** T of F = U - T S: columns `entropy` and `free_energy`. */
  readonly temperature?: number;
  /** A state to compare with: columns `alignment` and `drift`. */
  readonly reference?: Vector;
  /** Mean and largest Gershgorin row, the precision of a module: columns `precision` and `precision_max`. */
  readonly precision?: boolean;
  /** Numbers that should not be above 0: column `violation_rate`, the share of those that are. */
  readonly constraints?: readonly ((eta: Vector) => number)[];
  /** Column `polynomial_correlation`. */
  readonly polynomials?: boolean;
  /** Column `escapes`, counted from the first step that the tracker hears of. */
  readonly escapes?: boolean;
  /** Columns `eta_min`, `eta_max`, `eta_mean`. */
  readonly etaBounds?: boolean;
  /** A column `eta:<id>` for each module. */
  readonly perEta?: boolean;
  /** Further columns of every row, whatever they are: metrics of gates, for example. It must not keep `eta` or `termSums` of the event. */
  readonly more?: (event: StepEvent) => Row;
}

const yes = flag(false, 'whether the columns are told').check;

/** @throws `OPTION_UNKNOWN`, `OPTION_INVALID`; `INPUT_INVALID` for a reference of another length */
export function checkBudgetOptions(options: BudgetOptions, size: number): void {
  const checks: Readonly<Record<keyof BudgetOptions, Check>> = {
    marginWarnBelow: number(1e-5, 'margin that is warned of').check,
    temperature: number(0, 'T of F = U - T S').check,
    reference: (value, where) => checkReference(value, size, where),
    precision: yes,
    constraints: checkConstraints,
    polynomials: yes,
    escapes: yes,
    etaBounds: yes,
    perEta: yes,
    more: aFunction,
  };
  checkOptions(options, checks, 'energyBudgetTracker');
}

function checkReference(value: unknown, size: number, where: string): void {
  const vector = Array.isArray(value) || ArrayBuffer.isView(value) ? (value as unknown as ArrayLike<number>) : null;
  const fix = 'Give one number for each module.';
  if (vector === null) throw new CfcError('OPTION_INVALID', `the reference is ${describe(value)}`, where, fix);
  const what = `the reference has ${vector.length} entries for ${size} modules`;
  if (vector.length !== size) throw new CfcError('INPUT_INVALID', what, where, fix);
  const odd = Array.from(vector).find((entry) => !Number.isFinite(entry));
  if (odd !== undefined) throw new CfcError('INPUT_INVALID', `an entry is ${describe(odd)}`, where, fix);
}

function checkConstraints(value: unknown, where: string): void {
  const fix = 'Give a list of functions of η.';
  if (!Array.isArray(value)) throw new CfcError('OPTION_INVALID', `${describe(value)} is not a list`, where, fix);
  value.forEach((one, k) => aFunction(one, `${where}[${k}]`));
}
