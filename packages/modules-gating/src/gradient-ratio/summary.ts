import type { Vector } from '@cfc/core';

/** The gradient of one layer, summed up. Numbers that are not finite stand for a gradient that was not. */
export interface LayerGradient {
  /** Kind of layer, for example linear, attention, conv or norm. */
  readonly type: string;
  /** Number of parameters. */
  readonly count: number;
  /** Euclidean norm of the gradient. */
  readonly norm: number;
  /** Σ|g|. */
  readonly sumAbs: number;
}

/** The gradient of a network, layer by layer; what a blueprint builds is a seed, what it grows in its host. */
export interface GradientSummary {
  readonly blueprint: string;
  readonly layers: readonly LayerGradient[];
}

/**
 * Sums up the gradients of a network. Norms neither overflow nor underflow on the way.
 *
 * @param layers one for each layer, or for each array of parameters: layers of a type are taken together
 *
 * @example
 * summariseGradients('mlp', [{ type: 'linear', gradient: Float64Array.of(3, -4) }]);
 */
export function summariseGradients(
  blueprint: string,
  layers: readonly { readonly type: string; readonly gradient: Vector }[],
): GradientSummary {
  return { blueprint, layers: layers.map(({ type, gradient }) => ({ type, ...sums(gradient) })) };
}

function sums(gradient: Vector): Omit<LayerGradient, 'type'> {
  let [largest, sumAbs, squares] = [0, 0, 0];
  for (let i = 0; i < gradient.length; i++) {
    const magnitude = Math.abs(gradient[i]!);
    largest = Math.max(largest, magnitude);
    sumAbs += magnitude;
  }
  if (largest === 0 || !Number.isFinite(largest)) return { count: gradient.length, norm: largest, sumAbs };
  for (let i = 0; i < gradient.length; i++) squares += (gradient[i]! / largest) ** 2;
  return { count: gradient.length, norm: largest * Math.sqrt(squares), sumAbs };
}
