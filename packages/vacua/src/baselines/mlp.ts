import { CfcError, type Given, fill, integer, list, number } from '@cfc/core';
import { type Layer, backward, forward, layersOf, sizeOf, startLayer } from './layer.js';
import { type Row, checkLabels, widthOf } from './rows.js';
import { type Scaler, scaled, scalerOf } from './scaler.js';
import { softmax } from './softmax.js';
import { train } from './train.js';

const fields = {
  hidden: list([64, 32], 'widths of the hidden layers', { min: 1, least: 1 }),
  epochs: integer(60, 'passes over the data', { min: 1 }),
  batch: integer(32, 'examples of a step', { min: 1 }),
  rate: number(2e-3, 'rate of Adam at the start', { above: 0 }),
  decay: number(1e-3, 'weight decay', { min: 0 }),
  seed: integer(0, 'seed of the start and the order', { min: 0 }),
};

/** A fitted network. Plain data. */
export interface MlpModel {
  readonly kind: 'mlp';
  readonly classes: number;
  readonly scaler: Scaler;
  readonly widths: readonly number[];
  readonly parameters: readonly number[];
}

/**
 * Multilayer perceptron with rectified hidden layers and softmax, fitted to the log-loss on standardised features.
 *
 * @param options `hidden` ([64, 32]), `epochs` (60), `batch` (32), `rate` (0.002), `decay` (0.001), `seed` (0)
 * @throws `INPUT_INVALID`, `OPTION_INVALID`
 */
export function fitMlp(
  rows: readonly Row[],
  labels: readonly number[],
  classes: number,
  options: Given<typeof fields> = {},
): MlpModel {
  const { hidden, ...training } = fill(fields, options, 'fitMlp');
  const part = hidden.findIndex((width) => !Number.isInteger(width));
  if (part >= 0) {
    const what = `${hidden[part]} is no whole number`;
    throw new CfcError('OPTION_INVALID', what, `fitMlp.hidden[${part}]`, 'Give whole numbers of 1 or more.');
  }
  const width = widthOf(rows, 'fitMlp.rows');
  checkLabels(labels, rows.length, classes, 'fitMlp.labels');
  const scaler = scalerOf(rows);
  const inputs = scaled(scaler, rows);
  const widths = [width, ...hidden, classes];
  const layers = layersOf(widths);
  const x = new Float64Array(layers.reduce((sum, layer) => sum + sizeOf(layer), 0));
  for (const layer of layers) startLayer(x, layer, training.seed);
  const values = buffers(widths);
  const slopes = buffers(widths);
  const addGradient = (example: number, gradient: Float64Array): void => {
    propagate(x, layers, inputs[example]!, values);
    const out = slopes.at(-1)!;
    out.set(values.at(-1)!);
    softmax(out);
    out[labels[example]!]! -= 1;
    for (let k = layers.length - 1; k >= 0; k--) {
      backward(x, gradient, layers[k]!, values[k]!, slopes[k + 1]!, k === 0 ? null : slopes[k]!);
      if (k > 0) for (let i = 0; i < widths[k]!; i++) if (values[k]![i] === 0) slopes[k]![i] = 0;
    }
  };
  train(x, rows.length, addGradient, training);
  return { kind: 'mlp', classes, scaler, widths, parameters: Array.from(x) };
}

/** Probabilities of the classes for each row. */
export function predictMlp({ scaler, widths, parameters }: MlpModel, rows: readonly Row[]): number[][] {
  const x = Float64Array.from(parameters);
  const layers = layersOf(widths);
  const values = buffers(widths);
  return scaled(scaler, rows).map((row) => {
    propagate(x, layers, row, values);
    softmax(values.at(-1)!);
    return Array.from(values.at(-1)!);
  });
}

const buffers = (widths: readonly number[]): Float64Array[] => widths.map((width) => new Float64Array(width));

/** Fills `values`, layer after layer. */
function propagate(x: Float64Array, layers: readonly Layer[], input: Float64Array, values: Float64Array[]): void {
  values[0]!.set(input);
  for (const [k, layer] of layers.entries()) {
    const out = values[k + 1]!;
    forward(x, layer, values[k]!, out);
    if (k < layers.length - 1) for (let i = 0; i < out.length; i++) if (out[i]! < 0) out[i] = 0;
  }
}
