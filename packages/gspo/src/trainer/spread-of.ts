/** Mean reward, mean standard deviation inside groups, and the share of groups that are flat. 0 of nothing. */
export function spreadOf(
  rewards: Float64Array,
  group: number,
): { readonly reward: number; readonly rewardDeviation: number; readonly flatGroups: number } {
  const groups = Array.from({ length: rewards.length / group }, (_, k) => rewards.subarray(k * group, (k + 1) * group));
  const deviations = groups.map((own) => {
    const middle = mean(own);
    return Math.sqrt(mean(own.map((reward) => (reward - middle) ** 2)));
  });
  return {
    reward: mean(rewards),
    rewardDeviation: mean(deviations),
    flatGroups: mean(groups.map((own) => (own.every((reward) => reward === own[0]) ? 1 : 0))),
  };
}

const mean = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
