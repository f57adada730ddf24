import { CfcError, type Options, choice, describe, fill, integer, number } from '@cfc/core';
import { recordOf } from '../record-of.js';
import { typed } from '../typed.js';
import { nupiFields, type NupiSettings } from '../controllers/options.js';

/** Many constraints of one kind, told apart by an index. */
export interface IndexedOptions {
  /** How many there are. */
  readonly size: number;
  /** One target for all, or one for each. */
  readonly target: number | ArrayLike<number>;
  readonly sense?: 'atMost' | 'atLeast' | 'equal';
  readonly weight?: number;
  readonly slope?: number;
  readonly rate?: number;
  readonly max?: number;
  readonly initial?: number;
  readonly leak?: number;
  readonly deadzone?: number;
  /** c of the augmented Lagrangian; 0: plain. */
  readonly penalty?: number;
  /** Largest sum of all multipliers; none by default. */
  readonly budget?: number;
  readonly projection?: 'euclidean' | 'proportional';
  readonly order?: 'dualFirst' | 'simultaneous';
  readonly controller?: { readonly type: 'ascent' } | ({ readonly type: 'nupi' } & Partial<NupiSettings>);
}

const fields = {
  size: integer(0, 'how many constraints there are', { min: 1 }),
  sense: choice('atMost', ['atMost', 'atLeast', 'equal'], 'what a value has to be in relation to its target'),
  weight: number(1, 'factor on what reaches the gradient', { min: 0 }),
  slope: number(1, 'derivative of the value by the raw loss'),
  rate: number(0.01, 'rate η', { above: 0 }),
  max: number(Infinity, 'largest multiplier', { above: 0 }),
  initial: number(0, 'multipliers before the first step'),
  leak: number(0, 'share of a multiplier that is forgotten at each of its updates', { min: 0, below: 1 }),
  deadzone: number(0, 'violation below which nothing is updated', { min: 0 }),
  penalty: number(0, 'coefficient of the augmented Lagrangian', { min: 0 }),
  budget: number(Infinity, 'largest sum of all multipliers', { min: 0 }),
  projection: choice('euclidean', ['euclidean', 'proportional'], 'nearest point, or one factor for all'),
  order: choice('dualFirst', ['dualFirst', 'simultaneous'], 'whether weights hold the new or the old multipliers'),
};

/** Checked and filled in. */
export interface IndexedSettings extends Options<typeof fields> {
  readonly targets: Float64Array;
  readonly nupi: NupiSettings | null;
}

/** @throws `OPTION_UNKNOWN`, `OPTION_INVALID`, `NAME_UNKNOWN` */
export function indexedSettings(options: IndexedOptions): IndexedSettings {
  const where = 'indexed';
  const { target, controller = { type: 'ascent' }, ...rest } = recordOf(options, where);
  const refuse = (what: string, at: string, fix: string): never => {
    throw new CfcError('OPTION_INVALID', what, `${where}.${at}`, fix);
  };
  const filled = fill(fields, rest, where);
  const { size, sense, initial, max } = filled;
  if (size === 0) refuse('there is no size', 'size', 'Give the number of constraints.');
  if (target === undefined || target === null)
    refuse('there is no target', 'target', 'Give one for all, or one for each.');
  const targets = typeof target === 'number' ? new Float64Array(size).fill(target) : Float64Array.from(target);
  if (targets.length !== size || !targets.every((value) => Number.isFinite(value)))
    refuse(`the targets are not ${size} finite numbers`, 'target', 'Give one for all, or one for each.');
  if (Math.abs(initial) > max || (sense !== 'equal' && initial < 0))
    refuse(`the initial multiplier ${initial} lies outside its range`, 'initial', 'Give one between 0 and max.');
  if (sense === 'equal' && filled.budget < Infinity)
    refuse('multipliers of equalities have a sign', 'budget', 'Leave the budget out.');
  const { type, ...gains } = typed(
    typeof controller === 'string' ? { type: controller } : controller,
    'controller',
    `${where}.controller`,
    'Give { type: nupi, kp: 1 }.',
  );
  if (type === 'nupi') return { ...filled, targets, nupi: fill(nupiFields, gains, `${where}.controller`) };
  fill({}, gains, `${where}.controller`);
  if (type !== 'ascent')
    throw new CfcError(
      'NAME_UNKNOWN',
      `no controller ${describe(type)}`,
      `${where}.controller`,
      'Known: ascent, nupi.',
    );
  return { ...filled, targets, nupi: null };
}
