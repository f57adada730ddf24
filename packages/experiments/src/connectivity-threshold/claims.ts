import { energyGating } from '@cfc/modules-gating';
import type { Claim } from '../experiment.js';
import { type Interval, interval, intervalText } from '../interval.js';
import { type Shift, powerOf } from './shifts.js';
import { type Extrapolated, limitInterval } from './threshold-limits.js';
import { COST } from './measure-gates.js';
import type { Way } from './ways.js';

/** What the apparent threshold should be found at without shortcuts, and how near. */
const EXACT = 0.5;
const NEAR = 0.01;

function verdict(held: readonly boolean[]): Claim['verdict'] {
  if (held.every(Boolean)) return 'confirmed';
  return held.some(Boolean) ? 'partly confirmed' : 'refuted';
}

export const percent = (share: number): string => `${Number((100 * share).toPrecision(2))}%`;

/** The control: a known threshold is found. */
export function thresholdClaim(limits: readonly Extrapolated[]): Claim {
  const said = limits.map((one) => `${one.estimate} ${intervalText(limitInterval(one), 4)}`).join(', ');
  const sizes = limits[0]!.sizes.map(({ size }) => size).join(', ');
  return {
    expected: 'Control: bonds of the square lattice percolate at p = 1/2 (Kesten 1980).',
    seen: `Extrapolated in L^(-3/4) from L = ${sizes}: ${said}. The first is where a component first closes around the torus, the second where one bond adds most to the largest.`,
    verdict: verdict(limits.map(({ limit }) => Math.abs(limit.value - EXACT) < NEAR)),
  };
}

/** Shortcuts that are all open. */
export function shiftClaim(shifts: readonly Shift[]): Claim {
  const some = shifts.filter(({ density }) => density > 0);
  const said = some.map(({ density, shift }) => `${percent(density)}: ${intervalText(shift)}`).join(', ');
  const off = Math.max(...some.map(({ half, halfTheory }) => Math.abs(half.mean - (halfTheory ?? NaN))));
  return {
    expected: 'Sparse non-local shortcuts lower the apparent percolation threshold (Connectivity threshold shift).',
    seen: `The p where η reaches 1/2 falls, by shortcuts for each node, seed by seed: ${said}; about as density^${powerOf(shifts).toFixed(2)}. Generating functions (Newman, Jensen and Ziff 2002, after Newman and Watts 1999), fed with the clusters of the lattice alone, give the same places within ${off.toFixed(4)}.`,
    verdict: verdict(some.map(({ shift }, k) => shift.low > (some[k - 1]?.shift.mean ?? 0))),
  };
}

/** Shortcuts that gates open, with and without the coupling. */
export function gateClaim(ways: readonly Way[]): Claim {
  const [none, read, unchosen, closed, ...benefits] = named(ways, [
    'no shortcuts',
    'gates as read',
    'as many, unchosen',
    'gates relaxed, no benefit',
    'gates relaxed, benefit 1',
    'gates relaxed, benefit 9',
  ]);
  const byReading = lowered(none!, read!);
  const byBenefit = benefits.map((way) => lowered(closed!, way));
  const [weak, strong] = byBenefit.map((shift) => intervalText(shift));
  return {
    expected:
      'Sparse non-local edges plus gating lower the apparent percolation threshold, with and without the gate benefit (Connectivity threshold shift).',
    seen: `Gates that open where the measured gain exceeds the cost lower the threshold of the graph by ${intervalText(byReading)}, with ${percent(read!.open.mean)} of the shortcuts; as many that nobody chose, by ${intervalText(lowered(none!, unchosen!))}. Relaxed without a benefit every gate closes: ${intervalText(lowered(none!, closed!))}. With a benefit of weight 1: ${weak}, of weight 9: ${strong}. A relaxed gate forgets its cost, ${COST}: it opens where weight · gain exceeds its own slope at 1/2, that is at gains above ${price(1)} and ${price(9)}.`,
    verdict: verdict([byReading, ...byBenefit].map(({ low }) => low > 0)),
  };
}

/** The gain above which a relaxed gate exceeds 1/2: (a + b / 2) / weight. */
function price(weight: number): string {
  const { family, options } = energyGating();
  return (family.slope(0.5, options, {}) / weight).toPrecision(2);
}

/** Few openings, and good ones. */
export function rareClaim(ways: readonly Way[]): Claim {
  const opening = ways.filter(({ metrics, open }) => metrics !== null && open.mean > 0);
  const said = opening.map(
    ({ way, open, metrics }) => `${way}: ${percent(open.mean)} open, ${intervalText(metrics!.goodBadRatio, 2)}`,
  );
  return {
    expected: 'Gates make expansions rare but impactful (hazard_mean, μ̂, good_bad_ratio).',
    seen: `Share of shortcuts open, and good to bad openings (good: worth more than its cost, the others being open), over all p. ${said.join('; ')}. Gates that decide at once each count on a gain that only the first of them brings.`,
    verdict: verdict(opening.map(({ open, metrics }) => open.mean < 0.5 && metrics!.goodBadRatio.low > 1)),
  };
}

/** What the relaxation itself says of the graph. */
export function relaxationClaim(ways: readonly Way[]): Claim {
  const [none] = named(ways, ['no shortcuts']);
  const most = [...ways].sort((a, b) => b.fall.mean - a.fall.mean)[0]!;
  const least = [...ways].sort((a, b) => a.graph.mean - b.graph.mean)[0]!;
  const gap = none!.graph.mean - none!.relaxed.mean;
  return {
    expected: 'The relaxed η and ΔF show that the threshold was lowered (compare ΔF with and without couplings).',
    seen: `Without any shortcut the relaxed η reaches 1/2 at ${intervalText(none!.relaxed)}, the graph at ${intervalText(none!.graph)}: the relaxation moves the order parameter, not the graph. The distance is set by how stiffly η is held to what was read; held by nothing it goes to 1 at every p. ΔF is largest (${intervalText(most.fall)}) for "${most.way}", which opens ${percent(most.open.mean)} of the shortcuts; the lowest threshold has "${least.way}" (ΔF ${intervalText(least.fall)}). What counts is the graph read anew.`,
    verdict: verdict([gap < NEAR, most.way === least.way]),
  };
}

/** Threshold of one way less that of another, seed by seed. */
const lowered = (from: Way, to: Way): Interval => interval(from.seeds.map((seed, k) => seed - to.seeds[k]!));

const named = (ways: readonly Way[], names: readonly string[]): readonly Way[] =>
  names.map((name) => ways.find(({ way }) => way === name)!);
