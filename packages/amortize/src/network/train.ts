import { CfcError, uniform } from '@cfc/core';
import { adam } from './adam.js';
import { type Widths, initial } from './layers.js';
import { type Samples, loss } from './loss.js';

/** How a network is trained. */
export interface Training {
  /** Passes over the training rows at most. */
  readonly epochs: number;
  /** Passes without a lower loss on the held-out rows before it ends. */
  readonly patience: number;
  /** Rows in one step. */
  readonly batch: number;
  /** Adam's step. */
  readonly rate: number;
  readonly seed: number;
}

/**
 * Trains a network by Adam on shuffled batches and returns the parameters with the lowest loss on the held-out rows: those it
 * began with, where none is lower. Without held-out rows the training rows stand for them.
 *
 * @param before parameters to go on from; new ones where null
 * @throws `INPUT_INVALID` for no training rows
 */
export function train(
  widths: Widths,
  samples: Samples,
  heldOut: readonly number[],
  { epochs, patience, batch, rate, seed }: Training,
  before: ArrayLike<number> | null = null,
): { readonly parameters: Float64Array; readonly loss: number; readonly epochs: number } {
  const held = new Set(heldOut);
  const rows = Array.from({ length: samples.count }, (_, row) => row).filter((row) => !held.has(row));
  if (rows.length === 0) {
    throw new CfcError('INPUT_INVALID', 'the training set is empty', 'train', 'Record some solutions first.');
  }
  const judges = heldOut.length > 0 ? heldOut : rows;
  const parameters = before === null ? initial(widths, seed) : Float64Array.from(before);
  const gradient = new Float64Array(parameters.length);
  const step = adam(parameters, rate);
  let best = { parameters: parameters.slice(), loss: loss(widths, parameters, samples, judges, null) };
  let [epoch, idle] = [0, 0];
  for (; epoch < epochs && idle < patience; epoch++) {
    const order = shuffled(rows, seed, epoch);
    for (let from = 0; from < order.length; from += batch) {
      loss(widths, parameters, samples, order.slice(from, from + batch), gradient);
      step(gradient);
    }
    const now = loss(widths, parameters, samples, judges, null);
    idle = now < best.loss ? 0 : idle + 1;
    if (now < best.loss) best = { parameters: parameters.slice(), loss: now };
  }
  return { ...best, epochs: epoch };
}

/** Fisher and Yates. */
function shuffled(rows: readonly number[], seed: number, epoch: number): number[] {
  const order = [...rows];
  for (let k = order.length - 1; k > 0; k--) {
    const j = Math.floor((k + 1) * uniform(seed, epoch, k));
    [order[k], order[j]] = [order[j]!, order[k]!];
  }
  return order;
}
