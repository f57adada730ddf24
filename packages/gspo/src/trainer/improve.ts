import { type Judged, objective } from '../objectives/objective.js';
import { adam, type AdamState } from '../policy/adam.js';
import { clipNorm } from '../policy/clip-norm.js';
import type { SequencePolicy } from '../policy/policy.js';
import { recorded } from '../tokens/picks.js';
import { type Walk, walk } from '../tokens/walk.js';
import type { TrainerSettings } from './options.js';
import type { Rollout } from './rollout.js';
import { spreadOf } from './spread-of.js';
import type { TrainerState, UpdateRow } from './state.js';

type Measured = Omit<UpdateRow, 'update'>;

interface Improved {
  readonly parameters: Float64Array;
  readonly moments: AdamState;
  /** Of the last inner step. */
  readonly row: Measured;
}

/** Takes the inner steps on answers that were drawn. The first works on the reading that drew them. */
export function improve(
  policy: SequencePolicy,
  { parameters: before, adam: rest, reference }: TrainerState,
  { scripts, walk: first, rewards, advantages }: Rollout,
  levels: number,
  settings: TrainerSettings,
): Improved {
  const again = (parameters: Float64Array): Walk =>
    walk(policy, parameters, scripts, levels, recorded(first.answers, scripts.steps.length));
  const held = reference === null ? {} : { reference: again(reference).logp };
  const { rows, steps, mask } = scripts;
  const batch = {
    rows,
    steps: steps.length,
    vocabulary: policy.vocabulary,
    mask,
    tokens: first.answers,
    old: first.logp,
    advantages,
    ...held,
  };
  const { level, clipLow, clipHigh, kl, entropy, mean } = settings;
  const options = { level, clipLow, clipHigh, kl, entropy, mean };
  const spread = spreadOf(rewards, settings.group);
  let [parameters, moments] = [before, rest];
  let row: Measured | null = null;
  for (let k = 0; k < settings.innerSteps; k++) {
    const { unrolling, logits } = k === 0 ? first : again(parameters);
    const judged = objective({ ...batch, logits }, options);
    const gradient = unrolling.backward(pullsOf(judged.gradient, rows, steps.length, policy.vocabulary));
    const gradientNorm = clipNorm(gradient, settings.maxNorm);
    ({ parameters, state: moments } = adam(parameters, gradient, moments, settings.rate));
    row = { ...spread, ...told(judged), gradientNorm };
  }
  return { parameters, moments, row: row! };
}

const told = ({ loss, ratios, clipFraction, kl, entropy }: Judged) => ({
  loss,
  ratio: ratios.reduce((sum, ratio) => sum + ratio, 0) / Math.max(1, ratios.length),
  clipFraction,
  kl,
  entropy,
});

/** rows × steps × vocabulary as one rows × vocabulary for each step. */
function pullsOf(gradient: Float64Array, rows: number, steps: number, vocabulary: number): readonly Float64Array[] {
  return Array.from({ length: steps }, (_, t) => {
    const pull = new Float64Array(rows * vocabulary);
    for (let i = 0; i < rows; i++) {
      const from = (i * steps + t) * vocabulary;
      pull.set(gradient.subarray(from, from + vocabulary), i * vocabulary);
    }
    return pull;
  });
}
