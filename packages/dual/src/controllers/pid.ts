import type { Plain, Rule } from '../contract.js';
import type { Sense } from '../engine/sense.js';
import type { PidSettings } from './options.js';

interface PidState {
  readonly integral: number;
  readonly smoothError: number;
  readonly smoothValue: number;
  readonly delayed: readonly number[];
  /** λ as it was left, within its cap: what a budget or a restart takes off it later is seen by this. */
  readonly left: number;
}

/**
 * PID in position form, with a delayed derivative of the measured value:
 *
 *     P ← a_p P + (1 - a_p) e;  I ← [(1 - ρ) I + η K_i e]₊;  y ← a_d y + (1 - a_d) x̂;  D = [y_t - y_{t-delay}]₊
 *     λ = η K_p P + I + η K_d D
 *
 * `initial` of the constraint is where I starts. Equalities leave out both [·]₊. Anti-windup: where λ lies beyond its cap and the error
 * pushes it further out, I stays as it was, and what a budget or a restart took off λ is taken off I (back-calculation). The rate η is a factor on all gains, 1 unless the constraint gives one.
 * Source: A. Stooke, J. Achiam, P. Abbeel, ICML 2020, arXiv:2007.03964, in the recurrence of OmniSafe; anti-windup after
 * K. Åström, T. Hägglund, Advanced PID Control (2006), ch. 3.
 */
export function pid(options: PidSettings, sense: Sense, max: number, initial: number, state?: Plain): Rule {
  const { kp, ki, kd, delay, smoothP, smoothD, antiWindup } = options;
  const sign = sense === 'atLeast' ? -1 : 1;
  const lower = sense === 'equal' ? -Infinity : 0;
  const blank = { integral: initial, smoothError: 0, smoothValue: 0, delayed: [0], left: initial };
  let { integral, smoothError, smoothValue, delayed, left } = (state ?? blank) as unknown as PidState;
  return {
    name: 'pid',
    apply(cell) {
      if (antiWindup && cell.multiplier !== left) integral = Math.max(lower, integral - (left - cell.multiplier));
      smoothError = smoothP * smoothError + (1 - smoothP) * cell.error;
      smoothValue = smoothD * smoothValue + (1 - smoothD) * sign * cell.normalized;
      const derivative = Math.max(lower, smoothValue - delayed[0]!);
      delayed = [...delayed.slice(Math.max(0, delayed.length + 1 - delay)), smoothValue];
      const next = Math.max(lower, cell.keep * integral + cell.rate * ki * cell.error);
      const rest = cell.rate * (kp * smoothError + kd * derivative);
      const outwards = Math.abs(rest + next) > max && Math.sign(rest + next) === Math.sign(cell.error);
      if (!(antiWindup && outwards)) integral = next;
      cell.multiplier = rest + integral;
      left = Math.min(max, Math.max(sense === 'equal' ? -max : 0, cell.multiplier));
      return null;
    },
    state: () => ({ integral, smoothError, smoothValue, delayed, left }),
  };
}
