import type { Vector } from '@cfc/core';
import { alongChain } from './chain.js';

/** Changes below this are the tolerance of the relaxation, not an effect. */
const NOTHING = 1e-4;

/** 1 less the mean distance between the order parameters of modules that follow each other: 1 where all agree. */
export function agreement(eta: Vector): number {
  const values = alongChain(eta);
  const gaps = values.slice(1).map((value, k) => Math.abs(value - values[k]!));
  return 1 - gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
}

/** Correlation between the gates of units that stand `lag` apart; 0 where all gates agree. */
export function correlation(eta: Vector, lag: number): number {
  const gates = eta.slice((2 * eta.length) / 3);
  const mean = gates.reduce((sum, gate) => sum + gate, 0) / gates.length;
  const variance = gates.reduce((sum, gate) => sum + (gate - mean) ** 2, 0) / gates.length;
  if (variance < NOTHING ** 2) return 0;
  let together = 0;
  for (let i = lag; i < gates.length; i++) together += (gates[i]! - mean) * (gates[i - lag]! - mean);
  return together / (gates.length - lag) / variance;
}

/** How many modules away from the most changed one a change is still at least a hundredth of its own; 0 where nothing changed. */
export function reach(before: Vector, after: Vector): number {
  const [from, to] = [alongChain(before), alongChain(after)];
  const change = to.map((value, k) => Math.abs(value - from[k]!));
  const most = Math.max(...change);
  if (most < NOTHING) return 0;
  const middle = change.indexOf(most);
  return change.reduce((far, size, k) => (size >= most / 100 ? Math.max(far, Math.abs(k - middle)) : far), 0);
}
