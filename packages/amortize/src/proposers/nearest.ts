import { type Given, choice, fill, integer, number } from '@cfc/core';
import { checkSize, checkedFeatures, checkedSolution } from './checked.js';
import { type Moments, deviations, noMoments, withVector } from './moments.js';
import type { Proposer } from './proposer.js';

/** A problem that was solved. */
interface Entry {
  readonly features: readonly number[];
  readonly eta: readonly number[];
}

/** What `nearest` has learnt. Plain data. */
export interface Cache {
  /** At most `capacity`, the oldest first. */
  readonly entries: readonly Entry[];
  /** Of the features of all problems seen, also of those no longer kept. */
  readonly moments: Moments;
}

const fields = {
  k: integer(3, 'how many neighbours are averaged', { min: 1 }),
  capacity: integer(256, 'how many problems are kept', { min: 1 }),
  power: number(2, 'power of the inverse distance that neighbours weigh by', { min: 0 }),
  evict: choice('oldest', ['oldest', 'nearest'], 'what makes room: the oldest, or what is nearest to the newcomer'),
};

/**
 * The solutions of the nearest problems seen, averaged by inverse distance: η = Σ d_j^-power η_j / Σ d_j^-power over the `k`
 * nearest; where some are at distance 0, the mean of those alone.
 *
 * Distances are Euclidean, each feature divided by its standard deviation over all problems seen; a feature that never varied
 * does not count. Ties go to the older entry. Each proposal looks at all entries.
 *
 * @param options `k` >= 1 (3), `capacity` >= 1 (256), `power` >= 0 (2), `evict` oldest or nearest (oldest)
 * @throws `OPTION_UNKNOWN`, `OPTION_INVALID`; when used `INPUT_INVALID` for other features, other sizes, numbers out of range
 * Sources: T. Cover, P. Hart, IEEE Trans. Inf. Theory 13 (1967) 21; D. Shepard, Proc. ACM Nat. Conf. (1968) 517.
 */
export function nearest(options?: Given<typeof fields>): Proposer<Cache> {
  const { k, capacity, power, evict } = fill(fields, options, 'nearest');
  return Object.freeze<Proposer<Cache>>({
    init: () => ({ entries: [], moments: noMoments }),
    propose(query, { entries, moments }) {
      if (entries.length === 0) return null;
      checkSize(query, entries[0]!.eta.length, 'nearest');
      const features = checkedFeatures(query.features, moments.mean.length, 'nearest');
      const distances = distancesTo(features, entries, moments);
      const near = byDistance(distances).slice(0, k);
      const same = near.filter((j) => distances[j] === 0);
      const chosen = same.length > 0 ? same : near;
      // Relative to the nearest, so that no power overflows.
      const weights = chosen.map((j) => (same.length > 0 ? 1 : (distances[near[0]!]! / distances[j]!) ** power));
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const eta = new Float64Array(query.system.size);
      chosen.forEach((j, n) => {
        const share = weights[n]! / total;
        entries[j]!.eta.forEach((value, i) => (eta[i]! += share * value));
      });
      return { eta: eta.map((value) => Math.min(1, value)), visits: 0 };
    },
    learn(query, solution, { entries, moments }) {
      const length = moments.count === 0 ? null : moments.mean.length;
      const entry = {
        features: checkedFeatures(query.features, length, 'nearest'),
        eta: checkedSolution(query, solution),
      };
      if (entries.length > 0) checkSize(query, entries[0]!.eta.length, 'nearest');
      const seen = withVector(moments, entry.features);
      const out =
        entries.length < capacity
          ? -1
          : evict === 'oldest'
            ? 0
            : byDistance(distancesTo(entry.features, entries, seen))[0]!;
      return { entries: [...entries.filter((_, j) => j !== out), entry], moments: seen };
    },
  });
}

function distancesTo(features: readonly number[], entries: readonly Entry[], moments: Moments): number[] {
  const scales = deviations(moments).map((spread) => (spread > 0 ? 1 / spread : 0));
  return entries.map((entry) =>
    Math.sqrt(entry.features.reduce((sum, value, f) => sum + ((value - features[f]!) * scales[f]!) ** 2, 0)),
  );
}

const byDistance = (distances: readonly number[]): number[] =>
  distances.map((_, j) => j).sort((i, j) => distances[i]! - distances[j]! || i - j);
