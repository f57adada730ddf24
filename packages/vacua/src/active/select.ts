import { CfcError, type Given, choice, describe, fill, integer, number, uniforms } from '@cfc/core';
import type { Distances } from './distances.js';
import { entropyOf, marginOf } from './uncertainty.js';

/** Ways to choose what is labelled next. */
export const strategies = ['random', 'entropy', 'margin', 'kCenter', 'entropyDiversity', 'marginKCenter'] as const;

/** One of `strategies`. */
export type Strategy = (typeof strategies)[number];

/** How a batch is chosen. */
export const batchFields = {
  strategy: choice('marginKCenter', strategies, 'how examples are chosen'),
  batch: integer(50, 'examples chosen at a time', { min: 1 }),
  beta: number(0.5, 'weight of diversity for entropyDiversity', { min: 0 }),
  prefilter: integer(10, 'candidates of marginKCenter, as a multiple of the batch', { min: 1 }),
};

const fields = {
  ...batchFields,
  seed: integer(0, 'seed of random and of ties', { min: 0 }),
  round: integer(0, 'round of random and of ties', { min: 0 }),
};

/** What is chosen from: examples without a label. */
export interface Candidates {
  /** Their places in the pool. */
  readonly indices: readonly number[];
  /** Of a model, a row for each of them. */
  readonly probabilities: readonly (readonly number[])[];
  /** Places of the examples with a label. */
  readonly labelled: readonly number[];
  /** Begins to measure, by place in the pool; asked for by strategies that look for diversity. */
  readonly distances: () => Distances;
}

/** One choice, with the utility that it had when it was made. */
export interface Chosen {
  readonly index: number;
  readonly utility: number;
}

/**
 * Chooses a batch, best first. Equals come in a random order: pools are often sorted, and the first of many equals would be all alike.
 *
 * - `random`: utility is a uniform number
 * - `entropy`: -Σ p ln p / ln C
 * - `margin`: 1 - (largest - second largest probability)
 * - `kCenter`: distance to the nearest example with a label or chosen before
 * - `entropyDiversity`: entropy + beta · (that distance / the largest one at the start)
 * - `marginKCenter`: the same distance to those chosen before alone, among the `prefilter · batch` of largest margin utility. 0 for the first. What has a label
 *   has its say in the margin; far from it too lie those that are like nothing else
 *
 * @param options `strategy` (marginKCenter), `batch` (50; fewer where fewer are left), `beta` (0.5), `prefilter` (10), `seed`, `round` (0)
 * @throws `INPUT_INVALID` where nothing is left or probabilities are missing, `OPTION_INVALID`
 *
 * Source: B. Settles, Active Learning Literature Survey (2009); O. Sener, S. Savarese, ICLR (2018), arXiv:1708.00489.
 */
export function selectBatch(candidates: Candidates, options: Given<typeof fields> = {}): Chosen[] {
  const { strategy, batch, beta, prefilter, seed, round } = fill(fields, options, 'selectBatch');
  const { indices, labelled, probabilities, distances } = candidates;
  if (indices.length === 0) throw bad('there is nothing left to choose', 'selectBatch.indices');
  if (probabilities.length !== indices.length) {
    throw bad(`${describe(probabilities.length)} rows for ${indices.length} candidates`, 'selectBatch.probabilities');
  }
  const ties = uniforms(seed, 2 * round + 1);
  const order = indices.map((index, k) => ({ index, k, tie: ties(index) })).sort((a, b) => a.tie - b.tie);
  const rated = (utility: (k: number) => number): Chosen[] =>
    order.map(({ index, k }) => ({ index, utility: utility(k) }));
  const fromLabelled = (): Distances => {
    const begun = distances();
    for (const index of labelled) begun.add(index);
    return begun;
  };
  const margin = (): Chosen[] => best(rated((k) => marginOf(probabilities[k]!)));
  switch (strategy) {
    case 'random':
      return best(rated(uniforms(seed, 2 * round))).slice(0, batch);
    case 'entropy':
      return best(rated((k) => entropyOf(probabilities[k]!))).slice(0, batch);
    case 'margin':
      return margin().slice(0, batch);
    case 'kCenter':
      return greedy(
        rated(() => 0),
        fromLabelled(),
        batch,
        1,
      );
    case 'entropyDiversity': {
      const begun = fromLabelled();
      const entropies = rated((k) => entropyOf(probabilities[k]!));
      return greedy(entropies, begun, batch, beta / largest(indices, begun));
    }
    case 'marginKCenter': {
      const near = margin().slice(0, prefilter * batch);
      return greedy(
        near.map(({ index }) => ({ index, utility: 0 })),
        distances(),
        batch,
        1,
      );
    }
  }
}

/** Largest utility first; among equals the order that they came in. */
const best = (all: Chosen[]): Chosen[] => all.sort((a, b) => b.utility - a.utility);

/** One after another the largest base utility + weight · distance, the distance falling with each that is chosen. */
function greedy(from: readonly Chosen[], distances: Distances, batch: number, weight: number): Chosen[] {
  const left = new Map(from.map(({ index, utility }) => [index, utility]));
  const chosen: Chosen[] = [];
  while (chosen.length < batch && left.size > 0) {
    let top: Chosen | null = null;
    for (const [index, base] of left) {
      const distance = distances.nearest[index]!;
      const utility = base + (distance === Infinity ? 0 : weight * distance);
      if (top === null || utility > top.utility) top = { index, utility };
    }
    chosen.push(top!);
    left.delete(top!.index);
    distances.add(top!.index);
  }
  return chosen;
}

const largest = (indices: readonly number[], { nearest }: Distances): number =>
  indices.reduce((most, index) => Math.max(most, nearest[index]!), 0) || 1;

const bad = (what: string, where: string): CfcError => new CfcError('INPUT_INVALID', what, where);
