import { CfcError } from '../../errors.js';
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
  const { table, arena } = engine;
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
  checked(stepRow(i, eta, gradient, weights, partsOf(state, i), queue));
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
  checked(moveRow(i, value, eta, gradient, weights, partsOf(state, i), queue));
  queue.note(i, old);
  queue.offer(i);
}

function checked(change: number): void {
  if (!Number.isNaN(change)) return;
  throw new CfcError('ENERGY_INVALID', 'the gradient is not finite', 'the system');
}
