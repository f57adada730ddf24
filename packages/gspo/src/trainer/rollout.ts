import { CfcError, describe } from '@cfc/core';
import type { Environment, Reward } from '../environment/environment.js';
import { tokenAdvantages, advantages } from '../objectives/advantages.js';
import type { SequencePolicy } from '../policy/policy.js';
import { scriptOf } from '../tokens/layout.js';
import { drawn } from '../tokens/picks.js';
import { type Scripts, scriptsOf } from '../tokens/scripts.js';
import type { Vocabulary } from '../tokens/vocabulary.js';
import { type Walk, walk } from '../tokens/walk.js';
import type { TrainerSettings } from './options.js';

/** Answers of the policy as it is, with their rewards and advantages. */
export interface Rollout {
  readonly scripts: Scripts;
  readonly walk: Walk;
  /** One for each answer, group after group. */
  readonly rewards: Float64Array;
  /** One for each answer; or rows × steps where the environment rewards tokens and the level is not `sequence`. */
  readonly advantages: Float64Array;
}

/** Draws a group of answers to each task. Throws `INPUT_INVALID` for rewards that are missing or not finite. */
export function rollout<Task>(
  policy: SequencePolicy,
  parameters: Float64Array,
  tokens: Vocabulary,
  environment: Environment<Task>,
  tasks: readonly Task[],
  { layout, group, level, scale, seed }: TrainerSettings,
  update: number,
): Rollout {
  const rows = tasks.flatMap((task) => {
    const script = scriptOf(environment.prompt(task), layout, tokens.end);
    return Array.from({ length: group }, () => script);
  });
  const scripts = scriptsOf(rows, tokens.pad);
  const steps = scripts.steps.length;
  const pick = drawn(seed, update + 1, steps, tokens.levels);
  const walked = walk(policy, parameters, scripts, tokens.levels, pick);
  const answers = rows.map((_, i) => answerOf(walked.answers, scripts, i));
  const judged = tasks.flatMap((task, k) => {
    const own = environment.judge(task, answers.slice(k * group, (k + 1) * group));
    if (own.length === group) return own;
    const what = `there are ${own.length} rewards for ${group} answers`;
    throw new CfcError('INPUT_INVALID', what, `judge, task ${k}`, 'Give one for each.');
  });
  const rewards = Float64Array.from(judged, ({ total }) => total);
  const whole = advantages(rewards, group, { scale });
  const apart = level !== 'sequence' && judged.length > 0 && judged.every((reward) => reward.tokens !== undefined);
  if (!apart) return { scripts, walk: walked, rewards, advantages: whole };
  const each = spread(judged, scripts);
  return {
    scripts,
    walk: walked,
    rewards,
    advantages: tokenAdvantages(each, steps, group, { scale }, scripts.mask),
  };
}

/** The answer of row `i`: its tokens without the gaps. */
export const answerOf = (answers: Int32Array, { steps, mask }: Scripts, i: number): readonly number[] =>
  Array.from(answers.subarray(i * steps.length, (i + 1) * steps.length)).filter(
    (_, t) => mask[i * steps.length + t] === 1,
  );

/** Rewards of tokens at the steps they were drawn at; rows × steps, 0 in the gaps. */
function spread(judged: readonly Reward[], { steps, mask }: Scripts): Float64Array {
  const out = new Float64Array(mask.length);
  judged.forEach(({ tokens = [] }, i) => {
    let next = 0;
    for (let k = i * steps.length; k < (i + 1) * steps.length; k++) if (mask[k] === 1) out[k] = tokens[next++] ?? NaN;
    if (next === tokens.length) return;
    const what = `there are ${describe(tokens.length)} rewards for ${next} tokens`;
    throw new CfcError('INPUT_INVALID', what, `judge, answer ${i}`, 'Give one for each.');
  });
  return out;
}
