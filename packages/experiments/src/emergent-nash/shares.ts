import { clip } from '@cfc/core';
import { type Interval, interval } from '../interval.js';
import type { Influence, Interests, Played, Rule } from './cell.js';

/** Which plays are meant; all where nothing is said. */
export interface Which {
  readonly influence?: Influence;
  readonly interests?: Interests;
  readonly rule?: Rule;
}

export const chosen = (plays: readonly Played[], which: Which): readonly Played[] =>
  plays.filter((play) => Object.entries(which).every(([key, value]) => play[key] === value));

/** The mean of a number over the plays of each seed: the values from which intervals are taken, in the order of seeds. */
export function bySeed(plays: readonly Played[], value: (play: Played) => number): readonly number[] {
  const seeds = new Map<number, number[]>();
  for (const play of plays) seeds.set(play.seed, [...(seeds.get(play.seed) ?? []), value(play)]);
  return [...seeds.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, values]) => values.reduce((sum, one) => sum + one, 0) / values.length);
}

const isSettled = ({ settled }: Played): number => (settled === null ? 0 : 1);

const everReached = ({ reached }: Played): number => (reached === null ? 0 : 1);

/** The share of plays that settled. */
export const settledShare = (plays: readonly Played[], which: Which): Interval =>
  inUnit(interval(bySeed(chosen(plays, which), isSettled)));

/** The share of plays that came as near at some time, whether they stayed or not. */
export const reachedShare = (plays: readonly Played[], which: Which): Interval =>
  inUnit(interval(bySeed(chosen(plays, which), everReached)));

/** A share lies in [0, 1], and so does what it may be. */
const inUnit = ({ mean, low, high, count }: Interval): Interval => ({ mean, low: clip(low), high: clip(high), count });

/** How much larger the share is under one influence than under another, game by game: the pairs share game and start. */
export function settledMore(plays: readonly Played[], which: Which, more: Influence, less: Influence): Interval {
  const [a, b] = [more, less].map((influence) => bySeed(chosen(plays, { ...which, influence }), isSettled)) as [
    readonly number[],
    readonly number[],
  ];
  return interval(a.map((value, k) => value - b[k]!));
}
