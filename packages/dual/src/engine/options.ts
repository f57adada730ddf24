import { CfcError, type Options, choice, describe, fill, flag, number } from '@cfc/core';
import type { ConstraintOptions } from '../contract.js';
import { type Controller, createController } from '../controllers/create-controller.js';
import { type PenaltySettings, penaltySettings } from '../penalty/options.js';
import { type AuditSettings, type SpikeSettings, auditFields, spikeFields, staggerFields } from '../rules/options.js';

const fields = {
  sense: choice('atMost', ['atMost', 'atLeast', 'equal'], 'what the value has to be in relation to its target'),
  weight: number(1, 'factor on what reaches the gradient', { min: 0 }),
  hard: flag(false, 'has to be met: no cap, no leak, no budget'),
  rate: number(NaN, 'rate η of the multiplier', { above: 0 }),
  max: number(Infinity, 'largest multiplier', { above: 0 }),
  initial: number(0, 'multiplier before the first step'),
  ema: number(1, 'weight of the newest violation in the smoothed error', { above: 0, max: 1 }),
  leak: number(0, 'share of the multiplier that is forgotten at each step', { min: 0, below: 1 }),
  deadzone: number(0, 'violation below which nothing is updated', { min: 0 }),
  tolerance: number(NaN, 'violation that still counts as satisfied', { min: 0 }),
  restart: flag(false, 'the multiplier goes to 0 where the constraint is strictly met'),
};

/** The options of one constraint, checked and filled in. */
export interface Settings extends Omit<Options<typeof fields>, 'rate'> {
  readonly name: string;
  readonly target: unknown;
  readonly normalizer: unknown;
  readonly slope: number | 'normalizer';
  /** null: the coefficient of the penalty. */
  readonly rate: number | null;
  readonly controller: Controller;
  readonly penalty: PenaltySettings | null;
  readonly spike: SpikeSettings | null;
  readonly audit: AuditSettings | null;
  readonly stagger: { readonly every: number; readonly offset: number } | null;
}

const slopeField = { slope: number(1, 'derivative of the normalised by the raw value') };

/** @throws `OPTION_UNKNOWN`, `OPTION_INVALID`, `NAME_UNKNOWN`, each with its place */
export function constraintSettings(name: string, given: ConstraintOptions, common: number, where: string): Settings {
  if (typeof given !== 'object' || given === null)
    throw new CfcError('OPTION_INVALID', `the options are ${describe(given)}`, where, 'Give { target: a number }.');
  const { target, normalizer = 'none', slope = 1, controller, penalty, spike, audit, stagger, ...rest } = given;
  const filled = fill(fields, rest, where);
  const refuse = (what: string, fix: string): never => {
    throw new CfcError('OPTION_INVALID', what, where, fix);
  };

  if (target === undefined) refuse('there is no target', 'Give the value that it is compared with.');
  if (filled.hard && (filled.leak > 0 || filled.max < Infinity))
    refuse('a hard constraint takes neither a leak nor a cap', 'Leave them out, or make it soft.');
  if (filled.sense === 'equal' && filled.restart) refuse('an equality is never strictly met', 'Leave out restart.');
  const { sense, initial, max } = filled;
  if (Math.abs(initial) > max || (sense !== 'equal' && initial < 0))
    refuse(`the initial multiplier ${initial} lies outside its range`, `Give one of at most ${max}, and 0 or more.`);
  const control = createController(controller, `${where}.controller`);
  const own = Number.isNaN(filled.rate) ? null : filled.rate;
  const augmented = penalty === undefined ? null : penaltySettings(penalty, `${where}.penalty`);
  const byPenalty = augmented !== null && augmented.c > 0;
  return Object.freeze({
    ...filled,
    name,
    target,
    normalizer,
    slope: slope === 'normalizer' ? slope : fill(slopeField, { slope }, where).slope,
    rate: own ?? (control.type === 'pid' ? 1 : byPenalty ? null : common),
    tolerance: Number.isNaN(filled.tolerance) ? filled.deadzone : filled.tolerance,
    controller: control,
    penalty: augmented,
    spike: spike === undefined ? null : fill(spikeFields, spike, `${where}.spike`),
    audit: audit === undefined ? null : fill(auditFields, audit, `${where}.audit`),
    stagger: stagger === undefined ? null : fill(staggerFields, stagger, `${where}.stagger`),
  });
}
