import type { Cell, ConstraintState, Normalizer, Plain, Reason, Rule, Target } from '../contract.js';
import { createNormalizer } from '../normalizers/create-normalizer.js';
import { checkRules } from '../state/check-rules.js';
import { checkShape } from '../state/check-shape.js';
import type { WarmUp } from '../rules/pace.js';
import { createTarget } from '../targets/create-target.js';
import { chain } from './chain.js';
import type { Settings } from './options.js';

/** One constraint at work: its settings, its chain of rules and the cell that they share. */
export interface Line {
  readonly settings: Settings;
  readonly normalizer: Normalizer;
  readonly target: Target;
  readonly rules: readonly Rule[];
  /** The functions of the rules: the loop of a step goes over these alone. */
  readonly applies: readonly Rule['apply'][];
  readonly cell: Cell;
}

/** Makes the line of a constraint, from a state where one is given. */
export function createLine(settings: Settings, warmUp: WarmUp, state?: ConstraintState): Line {
  const where = `dual.constraints.${settings.name}`;
  const kept = (name: string): Plain | undefined => state?.rules[name];
  const normalizer = createNormalizer(settings.normalizer as never, `${where}.normalizer`, kept('normalizer'));
  const target = createTarget(settings.target as never, `${where}.target`, kept('target'));
  const rules = chain(settings, normalizer, target, warmUp, kept);
  if (state !== undefined) {
    const place = `state.constraints.${settings.name}`;
    checkRules(state, rules, place);
    checkShape(state.rules, lineState(createLine(settings, warmUp)).rules, place);
  }
  const cell: Cell = {
    step: 0,
    raw: NaN,
    value: NaN,
    missing: false,
    ease: NaN,
    normalized: NaN,
    target: NaN,
    violation: NaN,
    error: NaN,
    rate: 0,
    penalty: penaltyOf(settings, kept('penalty')),
    keep: 1,
    multiplier: state?.multiplier ?? settings.initial,
  };
  return { settings, normalizer, target, rules, applies: rules.map(({ apply }) => apply), cell };
}

/** c before the next value: that of the state where a schedule has one, else the first. */
function penaltyOf({ penalty }: Settings, kept: Plain | undefined): number {
  const c = (kept as { readonly c?: number } | null | undefined)?.c;
  return c ?? penalty?.c ?? 0;
}

/** Sends one value down the chain; the reason of what happened to the multiplier. */
export function advanceLine({ applies, cell }: Line): Reason {
  cell.normalized = cell.target = cell.violation = NaN;
  for (let i = 0; i < applies.length; i++) {
    const reason = applies[i]!(cell);
    if (reason !== null) return reason;
  }
  return 'update';
}

/** What a line carries to the next step, as plain data. */
export function lineState({ rules, cell }: Line): ConstraintState {
  const states = rules.flatMap((rule) => (rule.state === undefined ? [] : [[rule.name, rule.state()] as const]));
  return { multiplier: cell.multiplier, rules: Object.fromEntries(states) };
}
