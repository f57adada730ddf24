import type { Segment } from './segments.js';
import { type Flow, propagate } from './propagate.js';

/** A problem of least squares for coefficients near those that it was made at. */
export interface Linearised {
  readonly rows: readonly Float64Array[];
  readonly data: readonly number[];
  /** How bad those coefficients are themselves: mean squared miss plus ridge Σ c². Not finite where a solution blew up. */
  readonly loss: number;
}

/** Misses of the solutions over all segments, as rates, to first order in the coefficients. */
export function linearised(
  flow: Flow,
  coefficients: Float64Array,
  segments: readonly Segment[],
  { steps, ridge }: { readonly steps: number; readonly ridge: number },
): Linearised {
  const data: number[] = [];
  let sum = 0;
  const rows = segments.map(({ from, to, time }) => {
    const { eta, sensitivities } = propagate(flow, coefficients, from, time, steps);
    const row = sensitivities.map((value) => value / time);
    const miss = (to - eta) / time;
    sum += miss * miss;
    data.push(row.reduce((total, entry, j) => total + entry * coefficients[j]!, miss));
    return row;
  });
  const size = coefficients.reduce((total, value) => total + value * value, 0);
  return { rows, data, loss: sum / segments.length + ridge * size };
}
