const [MEAN, SQUARE, TINY] = [0.9, 0.999, 1e-8];

/** What Adam remembers. Plain data. */
export interface AdamState {
  readonly mean: Float64Array;
  readonly square: Float64Array;
  /** Steps taken. */
  readonly steps: number;
}

/** Before the first step. */
export const restingAdam = (size: number): AdamState => ({
  mean: new Float64Array(size),
  square: new Float64Array(size),
  steps: 0,
});

/**
 * One step of Adam: m ← 0.9 m + 0.1 g, v ← 0.999 v + 0.001 g², x ← x - rate m̂ / (√v̂ + 1e-8), with m̂ and v̂ freed of their start at 0.
 *
 * Source: D. Kingma, J. Ba, arXiv:1412.6980 (2014).
 */
export function adam(
  parameters: Float64Array,
  gradient: Float64Array,
  state: AdamState,
  rate: number,
): { readonly parameters: Float64Array; readonly state: AdamState } {
  const steps = state.steps + 1;
  const [pace, second] = [rate / (1 - MEAN ** steps), 1 / (1 - SQUARE ** steps)];
  const [next, mean, square] = [parameters.slice(), state.mean.slice(), state.square.slice()];
  for (let k = 0; k < next.length; k++) {
    const g = gradient[k]!;
    const m = MEAN * mean[k]! + (1 - MEAN) * g;
    const v = SQUARE * square[k]! + (1 - SQUARE) * g * g;
    mean[k] = m;
    square[k] = v;
    next[k] = next[k]! - (pace * m) / (Math.sqrt(v * second) + TINY);
  }
  return { parameters: next, state: { mean, square, steps } };
}
