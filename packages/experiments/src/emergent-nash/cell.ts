/** Who plays whom: two players of so many actions, or twelve of three actions on a graph. */
export const structures = ['2 x 2', '4 x 4', 'ring', 'Barabási-Albert'] as const;
/** How the two players of a pair stand to each other. */
export const interests = ['zero-sum', 'potential', 'coordination', 'general-sum'] as const;
/** How a player learns. */
export const rules = ['replicator', 'optimistic weights', 'regret matching'] as const;
/** What the η of players does. */
export const influences = ['alone', 'own gate', 'coupled gate', 'gate by lot', 'own energy', 'total energy'] as const;

export type Structure = (typeof structures)[number];
export type Interests = (typeof interests)[number];
export type Rule = (typeof rules)[number];
export type Influence = (typeof influences)[number];

/** Random games learnt under all influences: the same game and the same start for each. */
export interface LearningCell {
  readonly kind: 'learning';
  readonly structure: Structure;
  readonly interests: Interests;
  readonly rule: Rule;
  readonly seed: number;
}

/** The prisoner's dilemma of the prototype's script. */
export interface PrototypeCell {
  readonly kind: 'prototype';
  readonly seed: number;
}

/** Rounds of a play; its gaps are kept at the rounds below. */
export const ROUNDS = 1000;
export const SHOWN = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] as const;
/** A play has settled where its gap, the largest normalised regret, stays at or below this for the last tenth of the rounds. */
export const SETTLED = 0.01;
export const CALM = 0.1;

/** One play. */
export interface Played {
  readonly structure: Structure | 'prototype';
  readonly interests: Interests | "prisoner's dilemma";
  readonly rule: Rule;
  readonly influence: Influence | 'own payoffs' | 'payoffs of the script';
  readonly seed: number;
  /** The largest normalised regret at the end, of what is played and of its average over time. */
  readonly gap: number;
  readonly averageGap: number | null;
  /** The first round at which the gap was at most SETTLED, and the one from which it stayed so to the end. */
  readonly reached: number | null;
  readonly settled: number | null;
  /** Share of decisions with an open gate, and good openings to bad ones. */
  readonly opened: number | null;
  readonly goodBad: number | null;
  /** The gap at the rounds SHOWN, by the names gap1, gap2, ... */
  readonly [column: string]: number | string | null;
}
