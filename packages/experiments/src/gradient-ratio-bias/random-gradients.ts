import { type GradientRecord, type LayerGradient, summariseGradients } from '@cfc/modules-gating';
import type { Draw } from './layer.js';
import { drawing } from './task.js';

/** The same runs had every gradient been standard normal: the layers have their sizes, and nothing else is left of them. */
export const randomGradients = (records: readonly GradientRecord[]): readonly GradientRecord[] =>
  records.map((record, k) => {
    const draw = drawing(k, 5);
    return { ...record, seed: anew(record.seed, draw), host: anew(record.host, draw) };
  });

const anew = (layers: readonly LayerGradient[], draw: Draw): readonly LayerGradient[] =>
  summariseGradients(
    '',
    layers.map(({ type, count }) => ({ type, gradient: new Float64Array(count).map(draw) })),
  ).layers;
