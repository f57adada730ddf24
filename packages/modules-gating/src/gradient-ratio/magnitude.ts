import type { LayerGradient } from './summary.js';

/** Layers that have parameters: a count that is no number of at least 1 stands for none. */
export const counted = (layers: readonly LayerGradient[]): readonly LayerGradient[] =>
  layers.filter(({ count }) => count >= 1 && count < Infinity);

/** Σ count. */
export const parameters = (layers: readonly LayerGradient[]): number =>
  layers.reduce((sum, { count }) => sum + count, 0);

/** √(Σ norm² / Σ count) of counted layers: of one parameter's gradient, in the mean of squares. Finite where all norms are. */
export function rootMeanSquare(layers: readonly LayerGradient[]): number {
  const largest = layers.reduce((most, { norm }) => Math.max(most, norm), 0);
  if (largest === 0) return 0;
  const squares = layers.reduce((sum, { norm }) => sum + (norm / largest) ** 2, 0);
  return largest * Math.sqrt(squares / parameters(layers));
}

/** Σ sumAbs / Σ count of counted layers: of one parameter's gradient, in the mean of magnitudes. */
export function meanMagnitude(layers: readonly LayerGradient[]): number {
  const count = parameters(layers);
  return layers.reduce((sum, { sumAbs }) => sum + sumAbs / count, 0);
}
