import type { AdamState } from '../policy/adam.js';

/** All that a trainer knows between two updates: plain data, see `writeCheckpoint`. */
export interface TrainerState {
  readonly parameters: Float64Array;
  readonly adam: AdamState;
  /** The policy that `kl` holds on to; null where `kl` is 0. */
  readonly reference: Float64Array | null;
  /** Updates made. */
  readonly updates: number;
  /** Calls of `step`. */
  readonly calls: number;
}

/** What was measured in one update: one row of a table, as the writers of `@cfc/observability` take it. */
export type UpdateRow = Readonly<{
  /** From 1 on. */
  update: number;
  /** Mean reward, and the mean standard deviation inside groups. */
  reward: number;
  rewardDeviation: number;
  /** Share of groups whose rewards are all the same: nothing is learnt from them. */
  flatGroups: number;
  loss: number;
  /** Mean of the answers' ratios. */
  ratio: number;
  clipFraction: number;
  kl: number;
  /** In nats for each token. */
  entropy: number;
  /** Before it was shortened. */
  gradientNorm: number;
}>;
