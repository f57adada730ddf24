import { uniform } from '@cfc/core';
import { type Sprout, grown, rested } from './grow.js';
import { type Live, totalOf } from './live.js';
import type { Settings } from './options.js';
import type { Weighed } from './weigh.js';

interface Candidate {
  readonly sprout: Sprout;
  /** Null for a branch that does not grow this round. */
  readonly chosen: Weighed | null;
  readonly total: number;
  /** What it consists of: two branches with the same proposals are one. */
  readonly key: string;
}

/**
 * The branches that stay alive: of all that the present ones may become by one proposal, and of those that do not grow, the k
 * of the lowest totals. At a temperature above 0, k drawn without putting back in proportion to e^{-total / T}: those of
 * the largest -total / T + G, with G from Gumbel's distribution.
 *
 * Source: W. Kool, H. van Hoof, M. Welling, Stochastic beams and where to find them, ICML (2019).
 */
export function select(sprouts: readonly Sprout[], round: number, settings: Settings): readonly Live[] {
  const { topK, temperature, seed } = settings;
  const pool = distinct(sprouts.flatMap(candidatesOf));
  const scored = pool.map((one, at) => ({
    one,
    score: temperature === 0 ? 0 : -one.total / temperature + gumbel(seed, round, at),
  }));
  scored.sort((a, b) => b.score - a.score);
  const chosen = scored.slice(0, topK).map(({ one }) => one);
  return chosen.map(({ sprout, chosen: by }) => (by === null ? rested(sprout, settings) : grown(sprout, by, settings)));
}

function candidatesOf(sprout: Sprout): readonly Candidate[] {
  const { live, weighed } = sprout;
  const paying = weighed.filter(({ pays }) => pays);
  if (paying.length === 0) return [{ sprout, chosen: null, total: totalOf(live), key: keyOf(live.order) }];
  return paying.map((chosen) => {
    const { rest, complexity, proposal } = chosen;
    return { sprout, chosen, total: rest.energy + complexity, key: keyOf([...live.order, proposal.id]) };
  });
}

const keyOf = (ids: readonly string[]): string => JSON.stringify([...ids].sort());

/** By total, the lowest first; of several that consist of the same, the first. */
function distinct(candidates: readonly Candidate[]): readonly Candidate[] {
  const sorted = [...candidates].sort((a, b) => a.total - b.total || (a.key < b.key ? -1 : 1));
  const keys = new Set<string>();
  return sorted.filter(({ key }) => !keys.has(key) && keys.add(key));
}

const gumbel = (seed: number, round: number, at: number): number => -Math.log(-Math.log(uniform(seed, round, at)));
