import { type Plan, CfcError, choice, defaultPlan, describe, fill, integer, number } from '@cfc/core';
import { type GateLaw, gateLaw } from './gate.js';

/** How a system grows. */
export interface ExpandOptions {
  /** γ, what each module that is added costs, in units of energy, >= 0; 0 where none is given. */
  readonly gamma?: number;
  /** What each coupling that is added costs, >= 0; 0 where none is given. */
  readonly gammaCoupling?: number;
  /** τ, by how much the total has to fall, >= 0; 0 where none is given. A proposal has to win more than that. */
  readonly tau?: number;
  /** The pieces of every relaxation; `defaultPlan` where none is given. */
  readonly plan?: Plan;
  /** k, how many branches stay alive, >= 1; 1, the greedy search, where none is given. */
  readonly topK?: number;
  /** `hard` snaps gates: what is accepted enters in full. `soft` blends: it enters weighted by η of its gate. */
  readonly decide?: 'hard' | 'soft';
  /**
   * Sharpness of the gates, > 0, per unit of energy, 10 where none is given; or η in [0, 1] as a function of net - τ. A function
   * may keep a gate closed that would pay, and never opens one that would not.
   */
  readonly gate?: number | GateLaw;
  /**
   * T >= 0, in units of energy, of the choice among branches. At 0 (the default) the k of the lowest totals stay; above, k are
   * drawn without putting back, in proportion to e^{-total / T}.
   */
  readonly temperature?: number;
  /** Seed of that draw, a whole number >= 0; 0 where none is given. */
  readonly seed?: number;
  /** Rounds at most, >= 1; 1,000 where none are given. */
  readonly rounds?: number;
}

/** The same, checked and filled in. */
export type Settings = Required<Omit<ExpandOptions, 'gate'>> & {
  readonly gate: GateLaw;
  /** Whether the law is the caller's own: then a gate that it closes stays closed. */
  readonly own: boolean;
};

const fields = {
  gamma: number(0, 'what each module costs', { min: 0 }),
  gammaCoupling: number(0, 'what each coupling costs', { min: 0 }),
  tau: number(0, 'by how much the total has to fall', { min: 0 }),
  topK: integer(1, 'how many branches stay alive', { min: 1 }),
  decide: choice('hard', ['hard', 'soft'], 'whether gates snap or blend'),
  temperature: number(0, 'temperature of the choice among branches', { min: 0 }),
  seed: integer(0, 'seed of the draw', { min: 0 }),
  rounds: integer(1000, 'rounds at most', { min: 1 }),
};

/** @throws `OPTION_UNKNOWN`, `OPTION_INVALID` */
export function checkedOptions(given: ExpandOptions, where: string): Settings {
  if (typeof given !== 'object' || given === null) {
    throw new CfcError('OPTION_INVALID', `options are ${describe(given)}`, where, 'Give { name: value, ... }.');
  }
  const { plan = defaultPlan, gate, ...rest } = given;
  return { ...fill(fields, rest, where), plan, gate: gateLaw(gate, `${where}.gate`), own: typeof gate === 'function' };
}
