import { CfcError, fill, type Given, integer, number, uniform } from '@cfc/core';
import { balanced } from '../environment/balancing.js';
import type { Environment } from '../environment/environment.js';
import { withLevels } from '../environment/meta-environment.js';
import type { WeightCoder } from './coder.js';
import { type Outcome, outcomeOf } from './outcome.js';
import type { Problem } from './problem.js';
import { ratiosOf } from './ratios-of.js';

const fields = {
  speed: number(1, 'what halving the steps to 90% of the drop is worth', { min: 0 }),
  gap: number(1, 'what a gap of the whole drop costs', { min: 0 }),
  backtracks: number(0.1, 'what doubling the points tried in vain costs', { min: 0 }),
  balance: number(0, "what a multiplier 1 off the balanced one costs, the prototype's reward", { min: 0 }),
  later: number(0.5, 'share of tasks that start later than the trace does', { min: 0, max: 1 }),
  seed: integer(0, 'of the tasks', { min: 0 }),
};

/** A problem from one point of its trace on. */
export interface WeightTask {
  readonly problem: Problem;
  readonly from: number;
}

interface Seen {
  readonly outcome: Outcome;
  readonly multipliers: readonly number[];
}

/**
 * Learns from what weights lead to: a candidate is relaxed from a point of a recorded trace, and
 *
 *     reward = speed · log2((s₀ + 1) / (s + 1)) - gap · min(1, g) - backtracks · log2((b + 1) / (b₀ + 1)) - balance · mean |m - balanced m|,
 *
 * with s the steps to 90% of the unit-weight drop, g the share of the drop that is left at the end, b the points tried in vain; s₀
 * and b₀ are those of the trace. All but the last term is an outcome: a policy may do better than any formula.
 *
 * Options: `speed` (1), `gap` (1), `backtracks` (0.1), `balance` (0), all >= 0, `later` in [0, 1] (0.5), `seed` (0). Throws
 * `INPUT_INVALID` where there is no problem with a way to go.
 */
export function outcomes(
  problems: readonly Problem[],
  { promptOf, levels }: WeightCoder,
  options?: Given<typeof fields>,
): Environment<WeightTask> {
  const worth = fill(fields, options, 'outcomes');
  const open = problems.filter(({ trace, least }) => outcomeOf(trace, least).steps90 > 0);
  if (open.length === 0) {
    const fix = 'Give starts from which the energy can fall.';
    throw new CfcError('INPUT_INVALID', 'there is no problem with a way to go', 'problems', fix);
  }
  const ratios = ({ problem, from }: WeightTask) => ratiosOf(problem.trace.norms[from]!);
  return withLevels<WeightTask, Seen>(
    {
      tasks: (update, count) =>
        Array.from({ length: count }, (_, k) => {
          const problem = open[Math.floor(open.length * uniform(worth.seed, update, 3 * k))]!;
          const steps = outcomeOf(problem.trace, problem.least).steps90;
          const later = uniform(worth.seed, update, 3 * k + 1) < worth.later;
          return { problem, from: later ? Math.floor(steps * uniform(worth.seed, update, 3 * k + 2)) : 0 };
        }),
      observe: (task) => promptOf(task.problem.terms, ratios(task)),
      relax: ({ problem, from }, multipliers) => ({
        outcome: outcomeOf(problem.relax(from, multipliers), problem.least),
        multipliers,
      }),
      reward(task, { outcome, multipliers }) {
        const { problem, from } = task;
        const own = outcomeOf(problem.trace, problem.least, from);
        const off = ratios(task).map((ratio, t) => Math.abs(multipliers[t]! - balanced(ratio, levels)));
        return (
          worth.speed * Math.log2((own.steps90 + 1) / (outcome.steps90 + 1)) -
          worth.gap * Math.min(1, outcome.gap) -
          worth.backtracks * Math.log2((outcome.backtracks + 1) / (own.backtracks + 1)) -
          (worth.balance * off.reduce((sum, one) => sum + one, 0)) / off.length
        );
      },
    },
    levels,
  );
}
