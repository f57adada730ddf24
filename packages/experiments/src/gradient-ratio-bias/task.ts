import { normal, uniform } from '@cfc/core';
import type { Draw } from './layer.js';

/** Tokens in a sequence. */
export const LENGTH = 8;
/** Numbers in a token as it comes in. */
export const INPUTS = 4;
/** Numbers in a token inside a host, where seeds are grafted. */
export const WIDTH = 8;

/** Sequences with a number to be told for every token. */
export interface Examples {
  /** Row-major, `INPUTS` for each token. */
  readonly inputs: Float64Array;
  readonly targets: Float64Array;
}

/** Standard normal numbers of one seed and stream, one after the other. */
export function drawing(seed: number, stream: number): Draw {
  let drawn = 0;
  return () => normal(seed, stream, drawn++);
}

/**
 * A task of its own for every seed: the target of a token x_t with the features u_t is a mixture of
 * - a local part u_{t-1,0} u_{t+1,1}, which a convolution can see,
 * - a part by content, Σ_k softmax_k(2 (u_t,0 u_k,0 + u_t,1 u_k,1)) u_k,3, which attention can see,
 * - a part of the token alone, sin(3 u_t,2), which a perceptron can see,
 * and x_t = exp(j n_t) u_t: a scale of the token's own, which a normalisation can take off.
 *
 * The weights of the parts are |normal| with squares that sum to 1; j is uniform in [0, 1].
 */
export function task(seed: number): (sequences: number, stream: number) => Examples {
  const draw = drawing(seed, 0);
  const raw = [draw(), draw(), draw()].map(Math.abs);
  const whole = Math.hypot(...raw);
  const weights = raw.map((weight) => weight / whole);
  const jitter = uniform(seed, 0, 6);
  return (sequences, stream) => {
    const next = drawing(seed, stream);
    const inputs = new Float64Array(sequences * LENGTH * INPUTS);
    const targets = new Float64Array(sequences * LENGTH);
    for (let s = 0; s < sequences; s++) {
      const features = Array.from({ length: LENGTH }, () => Array.from({ length: INPUTS }, next));
      features.forEach((token, t) => {
        const scale = Math.exp(jitter * next());
        inputs.set(
          token.map((u) => scale * u),
          (s * LENGTH + t) * INPUTS,
        );
        const parts = [local(features, t), content(features, t), Math.sin(3 * token[2]!)];
        targets[s * LENGTH + t] = parts.reduce((total, part, k) => total + weights[k]! * part, 0);
      });
    }
    return { inputs, targets };
  };
}

type Features = readonly (readonly number[])[];

const local = (features: Features, t: number): number => (features[t - 1]?.[0] ?? 0) * (features[t + 1]?.[1] ?? 0);

function content(features: Features, t: number): number {
  const [a, b] = features[t]!;
  const votes = features.map((token) => Math.exp(2 * (a! * token[0]! + b! * token[1]!)));
  const total = votes.reduce((sum, vote) => sum + vote, 0);
  return features.reduce((sum, token, k) => sum + (votes[k]! / total) * token[3]!, 0);
}
