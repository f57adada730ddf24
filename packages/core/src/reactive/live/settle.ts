import type { Vector } from '../../contract/energy.js';
import { CfcError, messageOf } from '../../errors.js';
import { clip } from '../../numeric/vector.js';
import { moveRow, stepRow } from '../../system/rows/sweep.js';
import { type State, partsOf } from './state.js';

/** What the kernels count rows with. */
const MOST = 2 ** 31 - 1;

/**
 * Steps rows from the front of the queue until it is empty or `budget` rows were stepped: each a safeguarded Newton step in
 * one variable; neighbours above the tolerance join, and so does the row itself where it still is. In the kernels where
 * these are to be had; rows of which some family runs in JavaScript in its twin.
 *
 * @returns how many rows were stepped
 * @throws what families throw; `ENERGY_INVALID` for a gradient that is not finite
 */
export function settle(state: State, budget: number): number {
  const { queue, engine, eta, gradient } = state.base;
  const { rowTable: table, arena } = engine;
  let stepped = 0;
  while (queue.count > 0 && stepped < budget) {
    if (table !== null) {
      const left = Math.min(MOST, budget - stepped);
      const [at, slopes] = [eta.byteOffset, gradient.byteOffset];
      stepped += arena.kernels!.settle(table.at, at, slopes, queue.at, queue.tolerance, left);
      if (queue.count === 0 || stepped >= budget) break;
    }
    stepped += stepFront(state);
  }
  return stepped;
}

/** The twin of one turn of the kernel `settle`. */
function stepFront(state: State): number {
  const { queue, eta, gradient, weights } = state.base;
  const i = queue.pop();
  if (queue.residual(i) <= queue.tolerance) return 0;
  const old = eta[i]!;
  const slope = gradient[i]!;
  try {
    checked(stepRow(i, eta, gradient, weights, partsOf(state, i), queue));
  } catch (cause) {
    throw new RowError(i, eta[i] === old ? newton(state, i, slope) : eta[i]!, cause);
  }
  if (eta[i] === old) queue.gaveUp();
  else {
    queue.note(i, old);
    queue.offer(i);
  }
  return 1;
}

/** Moves one row from outside; it and its neighbours join the queue where they have to. */
export function place(state: State, i: number, value: number): void {
  const { queue, eta, gradient, weights } = state.base;
  const old = eta[i]!;
  if (value === old) return;
  try {
    checked(moveRow(i, value, eta, gradient, weights, partsOf(state, i), queue));
  } catch (cause) {
    throw new RowError(i, value, cause);
  }
  queue.note(i, old);
  queue.offer(i);
}

/** A family failed while η of `row` was to be `value`. */
export class RowError extends Error {
  readonly row: number;
  readonly value: number;

  constructor(row: number, value: number, cause: unknown) {
    super(messageOf(cause), { cause });
    this.row = row;
    this.value = value;
  }
}

/** The order parameters before and after the step at which a family failed; whose it was. */
export function sceneOf({ names }: State, eta: Vector, { row, value }: RowError) {
  const at = names.order().indexOf(row);
  return { eta, to: eta.map((x, i) => (i === at ? value : x)), id: names.at(row) };
}

/** Where a row was going, as nearly as can be told afterwards: to the end of a Newton step, or downhill in the box. */
function newton(state: State, i: number, slope: number): number {
  const { eta, weights } = state.base;
  const stiffness = { curvature: 0, bound: 0 };
  try {
    for (const part of partsOf(state, i)) part.stiffness(i, eta, weights, stiffness);
  } catch {
    return eta[i]!;
  }
  const { curvature, bound } = stiffness;
  const to = eta[i]! - slope / (curvature > 0 ? curvature : bound);
  return Number.isNaN(to) ? 0 : clip(to);
}

function checked(change: number): void {
  if (!Number.isNaN(change)) return;
  throw new CfcError('ENERGY_INVALID', 'the gradient is not finite', 'the system');
}
