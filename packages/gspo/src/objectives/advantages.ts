import { CfcError, choice, describe, fill, type Given, integer, number } from '@cfc/core';

const fields = {
  scale: choice('group', ['group', 'batch', 'none'], 'what the centred rewards are divided by: a standard deviation'),
  ddof: integer(1, 'what is taken off the count in a standard deviation', { min: 0, max: 1 }),
  epsilon: number(1e-4, 'what is added to the standard deviation', { min: 0 }),
};

/**
 * The advantage of each answer over the others to the same prompt:
 *
 *     A_i = (r_i - mean of its group) / (s + epsilon),
 *
 * with s the standard deviation of the group's rewards, of all rewards (`batch`), or no division at all (`none`). 0 for a
 * group of one, and where all rewards of a group are the same.
 *
 * Options: `scale` (`group`), `ddof` 0 or 1 (1), `epsilon` >= 0 (1e-4). Throws `INPUT_INVALID` for a reward that is not
 * finite, or rewards that do not fill their groups.
 * Source: Shao et al., arXiv:2402.03300 (2024); Zheng et al., arXiv:2507.18071 (2025).
 *
 * @param rewards group after group
 * @param group answers to each prompt
 */
export function advantages(rewards: ArrayLike<number>, group: number, options?: Given<typeof fields>): Float64Array {
  return tokenAdvantages(rewards, 1, group, options);
}

/**
 * The same at each position of the answers apart: rewards and advantages are answers × steps.
 *
 * @param mask 0 where an answer has no token at a position: it is left out of the mean and gets 0
 */
export function tokenAdvantages(
  rewards: ArrayLike<number>,
  steps: number,
  group: number,
  options?: Given<typeof fields>,
  mask?: ArrayLike<number>,
): Float64Array {
  const { scale, ddof, epsilon } = fill(fields, options, 'advantages');
  checkRewards(rewards, steps, group);
  const out = new Float64Array(rewards.length);
  const stride = group * steps;
  for (let t = 0; t < steps; t++) {
    const column = positions(t, rewards.length, steps, mask);
    const whole = scale === 'batch' ? 1 / (deviation(column, rewards, ddof) + epsilon) : 1;
    for (let from = t; from < rewards.length; from += stride) {
      const members = positions(from, Math.min(from + stride, rewards.length), steps, mask);
      const middle = mean(members, rewards);
      const factor = scale === 'group' ? 1 / (deviation(members, rewards, ddof) + epsilon) : whole;
      for (const k of members) {
        const off = rewards[k]! - middle;
        out[k] = off === 0 ? 0 : off * factor;
      }
    }
  }
  return out;
}

/** Entries from `from`, a step apart, that count. */
function positions(from: number, end: number, steps: number, mask: ArrayLike<number> | undefined): number[] {
  const found: number[] = [];
  for (let k = from; k < end; k += steps) if (mask === undefined || mask[k] !== 0) found.push(k);
  return found;
}

const mean = (members: readonly number[], values: ArrayLike<number>): number =>
  members.reduce((sum, k) => sum + values[k]!, 0) / members.length;

/** 0 where there are too few to tell. */
function deviation(members: readonly number[], values: ArrayLike<number>, ddof: number): number {
  if (members.length <= ddof) return 0;
  const middle = mean(members, values);
  const squares = members.reduce((sum, k) => sum + (values[k]! - middle) ** 2, 0);
  return Math.sqrt(squares / (members.length - ddof));
}

function checkRewards(rewards: ArrayLike<number>, steps: number, group: number): void {
  const stride = group * steps;
  if (!Number.isInteger(group) || group < 1 || (stride > 0 && rewards.length % stride !== 0)) {
    const what = `${rewards.length} rewards do not fill groups of ${describe(group)} answers of ${describe(steps)}`;
    throw new CfcError('INPUT_INVALID', what, 'rewards', 'Give as many rewards as there are answers to each prompt.');
  }
  for (let k = 0; k < rewards.length; k++) {
    if (Number.isFinite(rewards[k])) continue;
    const what = `a reward is ${describe(rewards[k])}`;
    throw new CfcError('INPUT_INVALID', what, `rewards[${k}]`, 'Give a finite reward for each answer.');
  }
}
