import { type Options, fill, integer, normal, uniform } from '@cfc/core';
import type { Plain } from '../../contract.js';
import { expectedImprovement } from './expected-improvement.js';
import { gaussianProcess } from './gaussian-process.js';
import { recordOf } from '../../record-of.js';
import { type OuterLoop, type Scored, type Trial, leastOf } from './outer-loop.js';
import { type Ranges, isPoint, noState, scoreOf, spaceOf } from './space.js';

const fields = {
  seed: integer(0, 'of the random points', { min: 0 }),
  initial: integer(5, 'random trials before the first guided one', { min: 2 }),
  candidates: integer(500, 'points of which the most promising is tried', { min: 10 }),
};

/** Options of `bayesian`; what is left out has its default. */
export interface BayesianOptions extends Partial<Options<typeof fields>> {
  readonly ranges: Ranges;
}

interface Tried {
  readonly point: readonly number[];
  readonly score: number | null;
}

/**
 * Bayesian optimisation of targets: after some random trials, the point of the largest expected improvement under a Gaussian
 * process of the scores so far; half of the candidates are random, half lie around the best point. A failed trial counts as the
 * worst one.
 *
 * Options: `ranges` { name: [least, largest] }; `seed` (0); `initial` >= 2 (5); `candidates` >= 10 (500).
 *
 * @throws `OPTION_INVALID`, `OPTION_UNKNOWN`; `INPUT_INVALID` for a state that does not fit
 */
export function bayesian(options: BayesianOptions, state?: Plain): OuterLoop {
  const { ranges, ...rest } = recordOf(options, 'bayesian');
  const { seed, initial, candidates } = fill(fields, rest, 'bayesian');
  const space = spaceOf(ranges, 'bayesian');
  const size = space.names.length;
  const tried: Tried[] = [...read(state, size)];
  let next: Trial | null = null;
  let point: readonly number[] = [];

  const random = (index: number): number[] =>
    Array.from({ length: size }, (_, k) => uniform(seed, tried.length, index * size + k));
  const near = (center: readonly number[], index: number): number[] =>
    center.map((entry, k) => Math.min(1, Math.max(0, entry + 0.05 * normal(seed, tried.length, index * size + k))));

  function promising(): readonly number[] {
    const known = tried.flatMap(({ score }) => (score === null ? [] : [score]));
    if (tried.length < initial || known.length < 2) return random(0);
    const [least, most] = [Math.min(...known), Math.max(...known)];
    const surrogate = gaussianProcess(
      tried.map((one) => one.point),
      tried.map(({ score }) => score ?? most),
    );
    const center = tried.find(({ score }) => score === least)!.point;
    let best = { point: random(0), gain: -Infinity };
    for (let k = 0; k < candidates; k++) {
      const candidate = k % 2 === 0 ? random(k) : near(center, k);
      const { mean, deviation } = surrogate(candidate);
      const gain = expectedImprovement(least, mean, deviation);
      if (gain > best.gain) best = { point: candidate, gain };
    }
    return best.point;
  }

  const scored = (): Scored[] => tried.map((one) => ({ targets: space.targets(one.point), score: one.score }));
  const propose = (): Trial => {
    if (next === null) {
      point = promising();
      next = { trial: tried.length, targets: space.targets(point), member: 0, copyFrom: null };
    }
    return next;
  };
  return {
    propose,
    report(score) {
      propose();
      tried.push({ point, score: scoreOf(score) });
      next = null;
    },
    best: () => leastOf(scored()),
    state: () => ({ tried: tried.map((one) => ({ point: [...one.point], score: one.score })) }),
  };
}

function read(state: Plain | undefined, size: number): readonly Tried[] {
  if (state === undefined) return [];
  const tried = (state as { readonly tried?: unknown } | null)?.tried;
  const fits = (one: Tried): boolean => isPoint(one?.point, size) && (one.score === null || Number.isFinite(one.score));
  return Array.isArray(tried) && (tried as Tried[]).every(fits) ? (tried as Tried[]) : noState('bayesian');
}
