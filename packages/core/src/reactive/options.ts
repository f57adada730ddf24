import type { Backend } from '../contract/system.js';
import { choice, integer, number } from '../options/field.js';
import { fill } from '../options/fill.js';

/** How a coordinator settles. */
export interface CoordinatorOptions {
  /** The largest residual |η - clip(η - g)| that may be left, dimensionless, above 0; 1e-6 where none is given. */
  readonly tolerance?: number;
  /** Steps of single rows in one update before the batch solver takes over, >= 0; 4 for each module, at least 1,000. */
  readonly budget?: number;
  /** Which loops to use; `wasm` where it is to be had. */
  readonly backend?: Backend;
}

const fields = {
  tolerance: number(1e-6, 'largest residual that may be left', { above: 0 }),
  budget: integer(-1, 'steps of single rows before the batch solver takes over', { min: 0 }),
  backend: choice('wasm', ['wasm', 'js'], 'which loops to use'),
};

/** Row updates for each module that are about as dear as the batch solver, and the least that are tried. */
const BUDGET = 4;
const LEAST_BUDGET = 1000;

/** @throws `OPTION_UNKNOWN`, `OPTION_INVALID` */
export function checkedOptions(given: CoordinatorOptions | undefined): {
  readonly tolerance: number;
  readonly backend: Backend;
  /** For a system of that many modules. */
  budgetFor(size: number): number;
} {
  const { tolerance, budget, backend } = fill(fields, given, 'EnergyCoordinator');
  const asked = budget < 0 ? null : budget;
  return { tolerance, backend, budgetFor: (size) => asked ?? Math.max(LEAST_BUDGET, BUDGET * size) };
}
