import type { Claim } from '../experiment.js';
import { type Interval, interval, intervalText } from '../interval.js';
import { type Influence, type Played, SETTLED, interests, rules } from './cell.js';
import { bySeed, chosen, reachedShare, settledMore, settledShare } from './shares.js';

const PAGE = 'Complexity from Constraints';
/** A share from which play may be said to come to Nash. */
const MOSTLY = 0.9;

type Verdict = Claim['verdict'];

/** How much larger a share is, in one kind of plays. */
interface Gain {
  readonly name: string;
  readonly gain: Interval;
}

/** Confirmed where it holds everywhere, refuted where it holds nowhere. */
const verdictOf = (holds: readonly boolean[]): Verdict =>
  holds.every(Boolean) ? 'confirmed' : holds.some(Boolean) ? 'partly confirmed' : 'refuted';

/** What became of the expectations. */
export const claimsOf = (plays: readonly Played[]): readonly Claim[] => [
  prototype(plays),
  emergence(plays),
  gates(plays),
  couplings(plays),
  redemption(plays),
];

function prototype(plays: readonly Played[]): Claim {
  const of = (influence: Played['influence']): readonly Played[] =>
    plays.filter((play) => play.influence === influence);
  const near = (some: readonly Played[], column: string): number =>
    some.filter((play) => (play[column] as number) <= SETTLED).length / some.length;
  const [own, script] = [of('own payoffs'), of('payoffs of the script')] as const;
  const gap = (some: readonly Played[]): string => intervalText(interval(some.map((play) => play.gap)));
  return {
    expected: `Emergent Nash learning in the prisoner's dilemma (${PAGE}, experiments.emergent_nash_learning).`,
    seen: `Where both learn from their own payoffs, ${percent(near(own, 'gap100'))} of plays are within 0.01 of the equilibrium in round 100 of replicator steps of 0.05, ${percent(near(own, 'gap'))} in round 1000 (gap ${gap(own)}). The published script hands the column player the row player's payoffs, so that it learns to be exploited: ${percent(near(script, 'gap'))} in round 1000 (gap ${gap(script)}).`,
    verdict: verdictOf([near(own, 'gap') >= MOSTLY, near(script, 'gap') >= MOSTLY]),
  };
}

function emergence(plays: readonly Played[]): Claim {
  const cases = interests.flatMap((interest) =>
    rules.map((rule) => ({
      interest,
      rule,
      share: settledShare(plays, { interests: interest, rule, influence: 'alone' }).mean,
    })),
  );
  const by = interests.map((interest) => {
    const shares = cases.filter((one) => one.interest === interest).map(({ share }) => percent(share));
    return `${interest} ${shares.join(', ')}`;
  });
  const cycling = chosen(plays, { interests: 'zero-sum', rule: 'regret matching', influence: 'alone' });
  const gap = (column: 'gap' | 'averageGap'): string =>
    intervalText(interval(bySeed(cycling, (play) => play[column]!)));
  return {
    expected: `Nash play emerges among players who each lower their own regret, without a central solver (${PAGE}, experiments.emergent_nash_learning).`,
    seen: `Share of plays that settle alone, by ${rules.join(', ')}: ${by.join('; ')}. What is played and its average over time are two things: in zero-sum games the play of regret matching ends at a gap of ${gap('gap')}, its average at ${gap('averageGap')}.`,
    verdict: verdictOf(cases.map(({ share }) => share >= MOSTLY)),
  };
}

function gates(plays: readonly Played[]): Claim {
  const gated = chosen(plays, { influence: 'own gate' });
  const opened = interval(bySeed(gated, (play) => play.opened!));
  const ratio = interval(bySeed(gated, (play) => Math.log(play.goodBad!)));
  const more = settledMore(plays, {}, 'own gate', 'alone');
  return {
    expected: `Gates model rare but decisive strategic shifts (${PAGE}, "Use when": multi-agent games).`,
    seen: `A gate that lets a player learn only while its regret exceeds 0.005 is open in ${intervalText(opened)} of the decisions; good openings to bad ones ${Math.exp(ratio.mean).toPrecision(3)} (geometric mean). ${intervalText(settledShare(plays, { influence: 'own gate' }))} of plays settle, ${intervalText(more)} more than alone, where ${intervalText(reachedShare(plays, { influence: 'alone' }))} come as near at some time.`,
    verdict: verdictOf([opened.high < 0.5, ratio.low > 0, more.low > 0]),
  };
}

function couplings(plays: readonly Played[]): Claim {
  const gains = (less: Influence) =>
    rules.map((rule) => ({ name: rule, gain: settledMore(plays, { rule }, 'coupled gate', less) }));
  const lot = gains('gate by lot');
  return {
    expected: `Sparse couplings between order parameters make the whole coherent (${PAGE}, "Hypothesis tests": multi-module scaling).`,
    seen: `With (η_i - η_j)² between neighbours, those better off hold still while the others learn. The share of plays that settle changes, against as many gates opened by lot, by ${listed(lot)}; against gates without couplings, by ${listed(gains('own gate'))}.`,
    verdict: verdictOf(lot.map(({ gain }) => gain.low > 0)),
  };
}

function redemption(plays: readonly Played[]): Claim {
  const gains = (less: Influence) =>
    interests.map((interest) => ({
      name: interest,
      gain: settledMore(plays, { interests: interest }, 'total energy', less),
    }));
  const [alone, own] = [gains('alone'), gains('own energy')];
  return {
    expected: `Later decisions redeem earlier ones: what a player does is corrected by the regret of its neighbours (${PAGE}, "redemption").`,
    seen: `Where players descend the total energy, the share of plays that settle changes, against play alone, by ${listed(alone)}; against each descending its own energy, by ${listed(own)}.${harmed(alone)} The sum of regrets of a zero-sum game of two is convex; in other games it can have minima that are no equilibria.`,
    verdict: verdictOf(alone.map(({ gain }, k) => gain.low > 0 && own[k]!.gain.low > 0)),
  };
}

/** Names those classes of games in which fewer plays settle. */
function harmed(gains: readonly Gain[]): string {
  const worse = gains.filter(({ gain }) => gain.high < 0).map(({ name }) => name);
  return worse.length === 0 ? '' : ` It does harm to games of the kind ${worse.join(', ')}.`;
}

const listed = (gains: readonly Gain[]): string =>
  gains.map(({ name, gain }) => `${intervalText(gain)} (${name})`).join(', ');

const percent = (share: number): string => `${Math.round(100 * share)}%`;
