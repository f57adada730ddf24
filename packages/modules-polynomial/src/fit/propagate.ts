import type { Basis } from '../bases/basis.js';
import { type Law, lawRow } from './law.js';

/** dη/dt as a function of η. */
export interface Flow {
  readonly law: Law;
  readonly basis: Basis;
}

/** Where a trajectory is after a time, and the derivatives of that by the coefficients of its law. */
export interface Propagated {
  readonly eta: number;
  readonly sensitivities: Float64Array;
}

/**
 * Solves dη/dt = f(η) = Σ c_j ψ_j(η) over a time together with its sensitivities s_j = dη/dc_j, for which
 * ds_j/dt = f'(η) s_j + ψ_j(η), by the classical Runge-Kutta method.
 */
export function propagate(
  { law, basis }: Flow,
  coefficients: Float64Array,
  start: number,
  time: number,
  steps: number,
): Propagated {
  const size = coefficients.length;
  // Entry 0 is η, the others are the sensitivities.
  const change = (state: Float64Array): Float64Array => {
    const { rates, slopes } = lawRow(law, basis, state[0]!);
    let [rate, slope] = [0, 0];
    for (let j = 0; j < size; j++) {
      rate += coefficients[j]! * rates[j]!;
      slope += coefficients[j]! * slopes[j]!;
    }
    return state.map((value, j) => (j === 0 ? rate : slope * value + rates[j - 1]!));
  };
  let state = new Float64Array(size + 1);
  state[0] = start;
  const step = time / steps;
  const moved = (by: Float64Array, share: number): Float64Array => state.map((value, j) => value + share * by[j]!);
  for (let k = 0; k < steps; k++) {
    const first = change(state);
    const second = change(moved(first, step / 2));
    const third = change(moved(second, step / 2));
    const fourth = change(moved(third, step));
    state = state.map((value, j) => value + (step / 6) * (first[j]! + 2 * (second[j]! + third[j]!) + fourth[j]!));
  }
  return { eta: state[0]!, sensitivities: state.subarray(1) };
}
