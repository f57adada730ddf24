import type { Alert } from './alert.js';
import type { AlertOptions } from './config.js';
import type { Plain } from './state.js';
import type { DualStep } from './step.js';

/**
 * Brings raw losses to a common scale, value by value: x̂ = N(x).
 *
 * Works in place; `state` is a copy. The value is inserted first, then scored. Never handed a value that is not finite.
 */
export interface Normalizer {
  /** Takes in one raw value and returns it normalised; 0 before there are two values to compare. */
  push(raw: number): number;
  /** dx̂/dx near the middle of the window, for `slope: 'normalizer'`: 1 for none, 1/s for winsor, 1/IQR for rank; 0 where unknown. */
  slope(): number;
  /** How far recent values have moved from the reference window, in units of the detector; null where nothing watches. */
  drift(): number | null;
  state(): Plain;
}

/** Gives the target c(t) of one constraint, in units of the normalised value. */
export interface Target {
  /** Target at the 0-based step t; null while there is none yet (a baseline is being gathered): λ then stays. */
  at(step: number): number | null;
  /** Told of every accepted value, before `at` is asked. */
  observe(raw: number, normalized: number): void;
  /** Replaces the target: what an outer loop proposes. */
  set(value: number): void;
  state(): Plain;
}

/** Watches finished steps; `push` returns what is to be said at this step. */
export interface AlertWatch {
  push(step: Omit<DualStep, 'alerts'>): readonly Alert[];
  state(): Plain;
}

/** `createAlerts` of `alerts/create-alerts.ts`. */
export type CreateAlerts = (options: AlertOptions, names: readonly string[], state?: Plain) => AlertWatch;
