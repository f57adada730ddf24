import { CfcError, describe, fill, type Fields, suggestion } from '@cfc/core';
import type { Plain, Target, TargetOptions } from '../contract.js';
import { checkType } from '../state/check-type.js';
import { typed } from '../typed.js';
import { adaptive, adaptiveFields } from './adaptive.js';
import { fixed, fixedFields } from './fixed.js';
import { percentile, percentileFields } from './percentile.js';
import type { TargetRule } from './rule.js';
import { sigmoid, sigmoidFields } from './sigmoid.js';

interface Kind {
  readonly fields: Fields;
  make(options: never, state: Plain | undefined, where: string): TargetRule;
}

const kinds: Readonly<Record<string, Kind>> = {
  fixed: { fields: fixedFields, make: fixed },
  percentile: { fields: percentileFields, make: percentile },
  sigmoid: { fields: sigmoidFields, make: sigmoid },
  adaptive: { fields: adaptiveFields, make: adaptive },
};

/** What a target carries: what its rule does, and what it was set to from outside. */
interface TargetState {
  readonly type: string;
  readonly rule: Plain;
  readonly set: number | null;
}

/**
 * A target: a number, or `{ type, ...options }` with the options of the files named `fixed`, `percentile`, `sigmoid` and
 * `adaptive`. `set` replaces it for good, whatever its type: this is how an outer loop acts.
 *
 * @param where the place that errors name
 * @param state one that `state()` gave under the same options
 * @throws `NAME_UNKNOWN` for another type; `OPTION_UNKNOWN`, `OPTION_INVALID`; `INPUT_INVALID` for a state that does not fit
 */
export function createTarget(options: TargetOptions, where = 'target', state?: Plain): Target {
  const { type, ...given } = typed(
    typeof options === 'number' ? { type: 'fixed', value: options } : options,
    'target',
    where,
    'Give a number, or { type: sigmoid, ... }.',
  );
  if (!Object.hasOwn(kinds, type)) {
    const fix = suggestion(type, Object.keys(kinds));
    throw new CfcError('NAME_UNKNOWN', `no target ${describe(type)}`, where, fix);
  }
  const { fields, make } = kinds[type]!;
  const seen = stateOf(state, type, where);
  const rule = make(fill(fields, given, where) as never, seen?.rule, where);
  let replaced = seen?.set ?? null;
  return {
    at: (step) => replaced ?? rule.at(step),
    observe: rule.observe,
    set(value) {
      if (!Number.isFinite(value)) {
        throw new CfcError('INPUT_INVALID', `the target is ${describe(value)}`, where, 'Give a finite number.');
      }
      replaced = value;
    },
    state: () => ({ type, rule: rule.state(), set: replaced }),
  };
}

function stateOf(state: Plain | undefined, type: string, where: string): TargetState | undefined {
  if (state === undefined) return undefined;
  const seen = state as unknown as TargetState | null;
  if (typeof seen === 'object' && seen !== null && 'rule' in seen && 'set' in seen) {
    checkType(seen.type, type, where);
    if (seen.set === null || Number.isFinite(seen.set)) return seen;
  }
  throw new CfcError('INPUT_INVALID', `the state is ${describe(state)}`, where, 'Give what state() returned.');
}
