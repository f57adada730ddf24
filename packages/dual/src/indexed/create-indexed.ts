import { CfcError, describe } from '@cfc/core';
import { cappedSimplex } from '../budgets/capped-simplex.js';
import { proportional } from '../budgets/proportional.js';
import type { Reason } from '../contract.js';
import { firstAverage } from '../controllers/nupi.js';
import { augmentedWeight } from '../penalty/augmented-lagrangian.js';
import { type IndexedOptions, indexedSettings } from './options.js';

/** Indexed multipliers between two steps, as plain data. */
export interface IndexedState {
  readonly version: 1;
  readonly step: number;
  readonly multipliers: readonly number[];
  /** Moving averages of nuPI; null where an index was never met, or without nuPI. */
  readonly averages: readonly (number | null)[] | null;
}

/** What one step of some indices gives back. */
export interface IndexedStep {
  readonly step: number;
  /** Factors for the raw gradients, in the order of the indices given. */
  readonly weights: Float64Array;
  /** In the same order; NaN where the value is not finite. */
  readonly violations: Float64Array;
  /** How many of the given indices were updated, and why others were not. */
  readonly reasons: Readonly<Partial<Record<Reason, number>>>;
  /** Over the indices given. */
  readonly infeasibility: number;
  readonly complementarity: number;
}

/** Multipliers by index. */
export interface Indexed {
  step(indices: ArrayLike<number>, values: ArrayLike<number>): IndexedStep;
  /** A copy of all multipliers. */
  multipliers(): Float64Array;
  state(): IndexedState;
}

/**
 * One multiplier for each of many constraints of one kind (one for every sample, sensor or edge), updated by index: a step touches the
 * indices given, in their order, and costs what they cost, but for a budget: that projects all multipliers at every step, in
 * O(n log n); a leak acts at the updates of an index only.
 *
 * λ_i ← clip((1 - ρ) λ_i + η e_i, 0, λ_max), with plain ascent or nuPI; the same numbers as as many constraints of `createDual`.
 *
 * @throws `OPTION_UNKNOWN`, `OPTION_INVALID`, `NAME_UNKNOWN`; `INPUT_INVALID` for a state of another size
 */
export function createIndexed(options: IndexedOptions, state?: IndexedState): Indexed {
  const settings = indexedSettings(options);
  const { size, targets, sense, rate, leak, max, deadzone, penalty, nupi } = settings;
  const signed = sense === 'equal';
  const sign = sense === 'atLeast' ? -1 : 1;
  const [lower, keep, factor] = [signed ? -max : 0, 1 - leak, settings.weight * settings.slope];
  const multipliers = new Float64Array(size).fill(settings.initial);
  const averages = nupi === null ? null : new Float64Array(size).fill(nupi.first === 'kick' ? 0 : NaN);
  let step = state === undefined ? 0 : restore(state, multipliers, averages);

  /** η times what nuPI answers to an error. */
  const answer = (i: number, error: number): number => {
    if (nupi === null || averages === null) return rate * error;
    const { ki, kp, nu } = nupi;
    const before = averages[i]!;
    const fresh = before !== before;
    const next = fresh ? firstAverage(nupi, error) : nu * before + (1 - nu) * error;
    averages[i] = next;
    return rate * (ki * error + kp * (fresh ? 0 : next - before));
  };

  return {
    step(indices, values) {
      checkIndices(indices, values, size);
      const violations = new Float64Array(indices.length);
      const old = new Float64Array(indices.length);
      const reasons: Partial<Record<Reason, number>> = {};
      for (let k = 0; k < indices.length; k++) {
        const i = indices[k]!;
        const violation = (violations[k] = Number.isFinite(values[k]) ? sign * (values[k]! - targets[i]!) : NaN);
        old[k] = multipliers[i]!;
        const idle = violation !== violation ? 'not-finite' : Math.abs(violation) < deadzone ? 'deadzone' : null;
        const reason = idle ?? 'update';
        reasons[reason] = (reasons[reason] ?? 0) + 1;
        if (idle !== null) continue;
        multipliers[i] = Math.min(max, Math.max(lower, keep * multipliers[i]! + answer(i, violation)));
      }
      if (settings.budget < Infinity)
        (settings.projection === 'euclidean' ? cappedSimplex : proportional)(multipliers, settings.budget);
      step++;
      const weights = new Float64Array(indices.length);
      let [infeasibility, complementarity] = [0, 0];
      for (let k = 0; k < indices.length; k++) {
        const [violation, multiplier] = [violations[k]!, multipliers[indices[k]!]!];
        const base = settings.order === 'simultaneous' ? old[k]! : multiplier;
        const known = violation === violation;
        const price = known ? augmentedWeight(base, penalty, violation, signed) : base;
        weights[k] = sign < 0 ? 0 - factor * price : factor * price;
        if (!known) continue;
        infeasibility = Math.max(infeasibility, signed ? Math.abs(violation) : violation);
        if (!signed) complementarity = Math.max(complementarity, Math.abs(multiplier * violation));
      }
      return { step, weights, violations, reasons, infeasibility, complementarity };
    },
    multipliers: () => multipliers.slice(),
    state: () => ({
      version: 1,
      step,
      multipliers: [...multipliers],
      averages: averages === null ? null : Array.from(averages, (value) => (value === value ? value : null)),
    }),
  };
}

function checkIndices(indices: ArrayLike<number>, values: ArrayLike<number>, size: number): void {
  if (indices.length !== values.length) {
    const what = `${indices.length} indices and ${values.length} values`;
    throw new CfcError('INPUT_INVALID', what, 'values', 'Give one value for each index.');
  }
  for (let k = 0; k < indices.length; k++) {
    const i = indices[k]!;
    if (!Number.isInteger(i) || i < 0 || i >= size) {
      const fix = `Give whole numbers from 0 to ${size - 1}.`;
      throw new CfcError('INPUT_INVALID', `${describe(i)} is no index`, `indices.${k}`, fix);
    }
  }
}

/** Puts a state into the vectors; the number of steps taken. */
function restore(state: IndexedState, multipliers: Float64Array, averages: Float64Array | null): number {
  const kept = state.averages;
  const fits =
    (state.version as number) === 1 &&
    state.multipliers.length === multipliers.length &&
    state.multipliers.every((value) => Number.isFinite(value)) &&
    (averages === null) === (kept === null) &&
    (kept === null || kept.length === multipliers.length);
  if (!fits) {
    const what = 'the state is not one of these multipliers';
    throw new CfcError('INPUT_INVALID', what, 'state', 'Give the state of the same size and controller.');
  }
  multipliers.set(state.multipliers);
  averages?.set(kept!.map((value) => value ?? NaN));
  return state.step;
}
