import type { Claim } from '../experiment.js';
import { groups } from '../groups.js';
import { type Interval, intervalText } from '../interval.js';
import { overSeeds, total } from '../over-seeds.js';
import { verdict } from '../verdict.js';
import type { Found, Policy } from './cells.js';

/** What the seed document expects of gates, against the rows. */
export const claims = (rows: readonly Found[]): readonly Claim[] => [
  opensWhereItPays(rows),
  rareAndGood(rows),
  neighbours(rows),
  tied(rows),
];

const by = (rows: readonly Found[], policy: Policy): readonly Found[] => rows.filter((row) => row.policy === policy);

/** Mean of a column per stream: one policy less another, on the same streams. */
function lead(rows: readonly Found[], column: 'value' | 'goodBadRatio', one: Policy, other: Policy): Interval {
  const mean = (some: readonly Found[], policy: Policy): number =>
    total(by(some, policy), (row) => row[column]) / by(some, policy).length;
  return overSeeds(rows, (some) => mean(some, one) - mean(some, other));
}

function opensWhereItPays(rows: readonly Found[]): Claim {
  const controls = ['always', 'never', 'random, same rate'] as const;
  const leads = controls.map((control) => ({ control, by: lead(rows, 'value', 'gate as read', control) }));
  const left = lead(rows, 'value', 'true gain', 'gate as read');
  const alike = groups(rows, ({ samples, seed }) => `${samples} ${seed}`);
  const same = [...alike.values()].filter((some) => {
    const [read, relaxed] = [by(some, 'gate as read')[0]!, by(some, 'gate relaxed')[0]!];
    return read.opened === relaxed.opened && read.value === relaxed.value;
  });
  return {
    expected:
      'Gating is an energy-driven decision: a gate opens where the gain exceeds the cost (hypothesis: sequence gating).',
    seen: `Gain less cost per stream, ahead of ${leads.map(({ control, by: ahead }) => `${control} by ${intervalText(ahead)}`).join(', ')}; knowing the true gains would add ${intervalText(left)}. Relaxed without couplings between windows the gates decide the same in ${same.length} of ${alike.size} streams: the benefit against a gate's own energy is the same threshold.`,
    verdict: verdict(...leads.map(({ by: ahead }) => ahead.low > 0)),
  };
}

function rareAndGood(rows: readonly Found[]): Claim {
  const gate = by(rows, 'gate as read');
  const paying = (100 * total(gate, (row) => row.paying)) / total(gate, (row) => row.windows);
  const mean = (policy: Policy, column: 'muHat' | 'goodBadRatio' | 'hazardMean'): Interval =>
    overSeeds(by(rows, policy), (own) => total(own, (row) => row[column] ?? 0) / own.length);
  const rate = mean('gate as read', 'muHat');
  const over = (['always', 'random, same rate'] as const).map((other) =>
    lead(rows, 'goodBadRatio', 'gate as read', other),
  );
  return {
    expected: 'Expansion stays rare but impactful: hazard, μ̂ and the ratio of good to bad openings show it.',
    seen: `${paying.toFixed(1)}% of the repairs pay. Rate of openings μ̂ ${intervalText(rate)} per decision (below 0.2 counts as rare), mean hazard ${intervalText(mean('gate as read', 'hazardMean'))}; good to bad openings ${intervalText(mean('gate as read', 'goodBadRatio'))}, always open ${intervalText(mean('always', 'goodBadRatio'))}, at random ${intervalText(mean('random, same rate', 'goodBadRatio'))}. The mean hazard is set by a few large gains and says little of how many gates open.`,
    verdict: verdict(rate.high < 0.2, ...over.map(({ low }) => low > 0)),
  };
}

function neighbours(rows: readonly Found[]): Claim {
  const levels = [...groups(rows, ({ samples }) => samples)].map(([samples, some]) => ({
    samples,
    ahead: lead(some, 'value', 'gates of neighbours coupled', 'gate as read'),
  }));
  return {
    expected: 'Non-local couplings make better decisions than gates that each decide for themselves.',
    seen: `Gain less cost per stream, gates of neighbours coupled against gates as read: ${levels.map(({ samples, ahead }) => `${intervalText(ahead)} with ${samples} pairs`).join('; ')}. Windows break in runs, so neighbours make up for a poor reading; where the reading is good they blur it.`,
    verdict: verdict(...levels.map(({ ahead }) => ahead.low > 0)),
  };
}

function tied(rows: readonly Found[]): Claim {
  const [gate, own] = [by(rows, 'gate tied to its sequence'), by(rows, 'gate as read')];
  const opened = (some: readonly Found[]): string =>
    ((100 * total(some, (row) => row.opened)) / total(some, (row) => row.windows)).toFixed(0);
  const ahead = lead(rows, 'value', 'gate tied to its sequence', 'gate as read');
  const never = lead(rows, 'value', 'gate tied to its sequence', 'never');
  return {
    expected:
      'A sequence and its gate, coupled quadratically with a benefit, settle where the repair pays (quickstart arrangement).',
    seen: `Such gates open in ${opened(gate)}% of the windows, gates as read in ${opened(own)}%: relaxing puts every sequence in order, and the quadratic coupling pulls its gate along, whether there was anything to repair or not. Gain less cost per stream is ${intervalText(never)}, ${intervalText(ahead)} against gates as read.`,
    verdict: verdict(never.low > 0, ahead.low > 0),
  };
}
