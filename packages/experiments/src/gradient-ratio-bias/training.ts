import { uniform } from '@cfc/core';
import type { Host } from './hosts.js';
import type { Layer } from './layer.js';
import { type Examples, LENGTH } from './task.js';

/** Sequences in a batch. */
const BATCH = 16;

/** Length of a step of every optimiser. */
export const RATE = 0.01;

/** Mean squared error. */
export const lossOf = (told: Float64Array, targets: Float64Array): number =>
  told.reduce((total, y, i) => total + (y - targets[i]!) ** 2, 0) / told.length;

/** Its gradient by what is told. */
const slopeOf = (told: Float64Array, targets: Float64Array): Float64Array =>
  told.map((y, i) => (2 * (y - targets[i]!)) / told.length);

/** Sequences drawn from the examples for a step. */
export function batch({ inputs, targets }: Examples, width: number, seed: number, step: number): Examples {
  const sequences = targets.length / LENGTH;
  const some = { inputs: new Float64Array(BATCH * LENGTH * width), targets: new Float64Array(BATCH * LENGTH) };
  for (let b = 0; b < BATCH; b++) {
    const s = Math.floor(sequences * uniform(seed, step, b));
    some.inputs.set(inputs.subarray(s * LENGTH * width, (s + 1) * LENGTH * width), b * LENGTH * width);
    some.targets.set(targets.subarray(s * LENGTH, (s + 1) * LENGTH), b * LENGTH);
  }
  return some;
}

/** Adds the gradients of the loss to those of the parameters. */
export function differentiate(layer: Layer, { inputs, targets }: Examples): void {
  const { output, back } = layer.forward(inputs);
  back(slopeOf(output, targets));
}

/**
 * The same of a host with seeds in incubation: the host tells what it tells alone and learns as if it were, while every seed sees what a
 * change of its output would do to the loss (straight through).
 */
export function incubate({ before, after }: Host, seeds: readonly Layer[], { inputs, targets }: Examples): void {
  const first = before.forward(inputs);
  const second = after.forward(first.output);
  const slope = second.back(slopeOf(second.output, targets));
  for (const seed of seeds) seed.forward(first.output).back(slope);
  first.back(slope);
}
