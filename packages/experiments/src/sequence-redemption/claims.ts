import type { Claim } from '../experiment.js';
import { groups } from '../groups.js';
import { type Interval, interval, intervalText } from '../interval.js';
import { overSeeds, total } from '../over-seeds.js';
import { verdict } from '../verdict.js';
import type { Found, Method } from './cells.js';

/** What the seed document expects of redemption, against the rows. */
export const claims = (rows: readonly Found[]): readonly Claim[] => [
  fewerErrors(rows),
  fallsWithFixes(rows),
  gating(rows),
  allThereIs(rows),
];

const by = (rows: readonly Found[], method: Method): readonly Found[] => rows.filter((row) => row.method === method);

/** Errors among early elements in percent: one method less another, on the same sequences, over seeds. */
function saved(rows: readonly Found[], one: Method, other: Method): Interval {
  const wrong = (some: readonly Found[], method: Method): number =>
    total(by(some, method), ({ wrongEarly }) => wrongEarly) / total(by(some, method), ({ early }) => early);
  return overSeeds(rows, (some) => 100 * (wrong(some, one) - wrong(some, other)));
}

function fewerErrors(rows: readonly Found[]): Claim {
  const levels = [...groups(rows, ({ noise }) => noise)].map(([noise, some]) => ({
    noise,
    gain: saved(some, 'exact filter', 'context, gated'),
  }));
  return {
    expected:
      'Non-local coupling and gating fix earlier positions that prefix-only scoring gets wrong (hypothesis: sequence redemption vs local baseline).',
    seen: `Errors among 100 early elements saved against the best rule that knows the prefix alone: ${levels.map(({ noise, gain }) => `${intervalText(gain)} at σ = ${noise}`).join('; ')}.`,
    verdict: verdict(...levels.map(({ gain }) => gain.low > 0)),
  };
}

function fallsWithFixes(rows: readonly Found[]): Claim {
  const context = by(rows, 'context');
  const falls = (some: readonly Found[]): Interval => interval(some.map(({ deltaF }) => deltaF ?? 0));
  const net = ({ correctedEarly, brokenEarly }: Found): number => correctedEarly - brokenEarly;
  const helped = falls(context.filter((row) => net(row) > 0));
  const not = falls(context.filter((row) => net(row) <= 0));
  const worse = falls(context.filter((row) => net(row) < 0));
  return {
    expected: 'Future context lowers past energy where it truly helps.',
    seen: `ΔF per element at unit weights, in nats: ${intervalText(helped)} in the ${helped.count} sequences of which more early elements were corrected than broken, ${intervalText(not)} in the ${not.count} others. It fell in the ${worse.count} sequences that were made worse too, by ${intervalText(worse)}: the energy knows what was seen, not what is true.`,
    verdict: verdict(helped.high < 0, helped.high < not.low),
  };
}

function gating(rows: readonly Found[]): Claim {
  const [free, gated] = [by(rows, 'context'), by(rows, 'context, gated')];
  const sums = (some: readonly Found[]) => ({
    corrected: total(some, ({ corrected }) => corrected),
    broken: total(some, ({ broken }) => broken),
  });
  const [all, through] = [sums(free), sums(gated)];
  const net = (some: readonly Found[], method: Method): number =>
    total(by(some, method), ({ corrected, broken }) => corrected - broken) / by(some, method).length;
  const gain = overSeeds(rows, (some) => net(some, 'context, gated') - net(some, 'context'));
  const mean = (column: 'muHat' | 'hazardMean' | 'goodBadRatio'): string =>
    intervalText(overSeeds(gated, (some) => total(some, (row) => row[column] ?? 0) / some.length));
  return {
    expected: 'Gates keep the good revisions and leave out the bad ones: openings are rare but impactful.',
    seen: `Context alone corrects ${all.corrected} elements and breaks ${all.broken}; through the gates ${through.corrected} and ${through.broken}. Corrected less broken per sequence changes by ${intervalText(gain)}. Rate of openings μ̂ ${mean('muHat')}, mean hazard ${mean('hazardMean')}, ratio of good to bad ${mean('goodBadRatio')} per sequence.`,
    verdict: verdict(through.corrected * all.broken > all.corrected * through.broken, gain.low > 0),
  };
}

function allThereIs(rows: readonly Found[]): Claim {
  const possible = saved(rows, 'exact filter', 'exact smoother');
  const got = saved(rows, 'exact filter', 'context');
  const missed = saved(rows, 'context', 'exact smoother');
  return {
    expected: 'Relaxing pairwise couplings gets all that later context has to tell.',
    seen: `Of ${intervalText(possible)} errors in 100 early elements that the exact smoother saves, the relaxed energy saves ${intervalText(got)}, ${((100 * got.mean) / possible.mean).toFixed(0)}%; ${intervalText(missed)} are left.`,
    verdict: verdict(got.low > 0, missed.low <= 0),
  };
}
