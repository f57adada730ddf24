import { normal } from '@cfc/core';
import {
  type Attention,
  type EnergyTerms,
  type Matrix,
  type Window,
  attention,
  attentionGradient,
} from '@cfc/modules-attention';
import { addTransposedProduct, product } from './product.js';
import { FEATURES, type Sequence, isLate } from './recall.js';

/** Dimension of queries and keys. */
const SIZE = 6;
/** Entries of a projection. */
const BLOCK = FEATURES * SIZE;
/** Entries of both projections: the parameters that a decoder without attention does not use. */
export const PROJECTIONS = 2 * BLOCK;

/**
 * The parameters of a decoder in one vector: Wq, Wk, d, c. One head of attention has the queries F Wq, the keys F Wk and
 * the readings as values; the logit of a sign is z = d y + c o of the own reading y and what attention reads, o, with
 * one d and one c for early places and one for late ones.
 */
export function initialParameters(seed: number): Float64Array {
  const start = Float64Array.from({ length: PROJECTIONS + 4 }, (_, k) => 0.5 * normal(seed, -1, k));
  return start.fill(0.5, PROJECTIONS);
}

/** What a decoder makes of a sequence. */
export interface Decoded {
  /** Null without attention. */
  readonly seen: Attention | null;
  readonly logits: Float64Array;
}

export function decode(parameters: Float64Array, { features, readings }: Sequence, window: Window | null): Decoded {
  const project = (from: number): Matrix =>
    product(features, { rows: FEATURES, columns: SIZE, data: parameters.subarray(from, from + BLOCK) });
  const seen =
    window === null ? null : attention({ queries: project(0), keys: project(BLOCK), values: readings, ...window });
  const logits = readings.data.map((y, i) => {
    const own = ownAt(i);
    return parameters[own]! * y + parameters[own + 2]! * (seen?.output?.data[i] ?? 0);
  });
  return { seen, logits };
}

/** Mean logistic loss ln(1 + e^{-v z}) over the places. */
export function logisticLoss(logits: Float64Array, signs: Float64Array): number {
  const total = logits.reduce((sum, z, i) => {
    const margin = z * signs[i]!;
    return sum + Math.max(-margin, 0) + Math.log1p(Math.exp(-Math.abs(margin)));
  }, 0);
  return total / signs.length;
}

/** Adds the exact gradient of the loss and of the energy per place to `out`; returns the loss. */
export function addGradient(
  parameters: Float64Array,
  given: Sequence,
  window: Window | null,
  terms: EnergyTerms,
  out: Float64Array,
): number {
  const { seen, logits } = decode(parameters, given, window);
  const handed = new Float64Array(logits.length);
  for (let i = 0; i < logits.length; i++) {
    const sign = given.signs[i]!;
    const slope = -sign / (1 + Math.exp(sign * logits[i]!)) / logits.length;
    const own = ownAt(i);
    out[own] = out[own]! + slope * given.readings.data[i]!;
    if (seen === null) continue;
    out[own + 2] = out[own + 2]! + slope * seen.output!.data[i]!;
    handed[i] = slope * parameters[own + 2]!;
  }
  if (seen !== null) {
    const gradient = attentionGradient(seen, terms, { ...given.readings, data: handed });
    addTransposedProduct(given.features, gradient.queries, out.subarray(0, BLOCK));
    addTransposedProduct(given.features, gradient.keys, out.subarray(BLOCK, PROJECTIONS));
  }
  return logisticLoss(logits, given.signs);
}

/** Where the factor of the own reading stands. */
const ownAt = (place: number): number => PROJECTIONS + (isLate(place) ? 1 : 0);
