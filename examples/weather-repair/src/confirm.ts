import {
  type Solution,
  type Vector,
  anyOf,
  descent,
  fixedStep,
  gradientBelow,
  maxSteps,
  monotone,
  precondition,
  relax,
} from '@cfc/core';
import type { Model } from './system.js';

/** How the core's own relaxation left a decided point. */
export interface Confirmation {
  readonly outcome: Solution['outcome'];
  readonly reason: string;
  readonly steps: number;
  /** By how much the energy fell. */
  readonly fall: number;
  /** The largest move of any order parameter. */
  readonly moved: number;
}

/**
 * Relaxes days and gates together from the decided point: days and gates may all move, by descent
 * preconditioned with the Gershgorin rows, under a guard that refuses every rise. A point at which nothing
 * is left to gain stays where it is.
 */
export function confirm({ system }: Model, eta: Vector): Confirmation {
  const solution = relax(system, eta, {
    method: descent({ search: fixedStep({ step: 1.5 }), transforms: [precondition({ precision: 'rows' })] }),
    guard: monotone(),
    stop: anyOf({ of: [gradientBelow({ norm: 1e-9 }), maxSteps({ steps: 500 })] }),
  });
  return {
    outcome: solution.outcome,
    reason: solution.reason,
    steps: solution.steps,
    fall: -system.difference(eta, solution.vector, system.unit),
    moved: solution.vector.reduce((most, value, i) => Math.max(most, Math.abs(value - eta[i]!)), 0),
  };
}
