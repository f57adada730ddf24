import { type Options, fill, integer, number, normal, uniform } from '@cfc/core';
import type { Plain } from '../../contract.js';
import { recordOf } from '../../record-of.js';
import { type OuterLoop, type Scored, type Trial, leastOf } from './outer-loop.js';
import { type Ranges, isPoint, noState, scoreOf, spaceOf } from './space.js';

const fields = {
  seed: integer(0, 'of the random numbers', { min: 0 }),
  size: integer(8, 'members of the population', { min: 2 }),
  share: number(0.25, 'share of the members that is replaced, and that is taken from', { above: 0, max: 0.5 }),
  spread: number(0.1, 'standard deviation of a change, as a share of the range', { above: 0 }),
};

/** Options of `population`; what is left out has its default. */
export interface PopulationOptions extends Partial<Options<typeof fields>> {
  readonly ranges: Ranges;
}

interface Member {
  readonly point: readonly number[];
  readonly copyFrom: number | null;
}

interface PopulationState {
  readonly trial: number;
  readonly members: readonly Member[];
  /** Scores of the members of this generation that were reported. */
  readonly scores: readonly (number | null)[];
  readonly best: Scored | null;
}

/**
 * Population-based training of targets: every member trains on from where it is; after each generation the worst take over
 * parameters and targets of some of the best, the targets changed at random. Failed members count as the worst.
 *
 * Options: `ranges` { name: [least, largest] }; `seed` (0); `size` >= 2 (8); `share` in (0, 1/2] (0.25); `spread` > 0 (0.1).
 *
 * @throws `OPTION_INVALID`, `OPTION_UNKNOWN`; `INPUT_INVALID` for a state that does not fit
 *
 * Source: Jaderberg et al., Population based training of neural networks (2017).
 */
export function population(options: PopulationOptions, state?: Plain): OuterLoop {
  const { ranges, ...rest } = recordOf(options, 'population');
  const { seed, size, share, spread } = fill(fields, rest, 'population');
  const space = spaceOf(ranges, 'population');
  const width = space.names.length;
  const given = read(state, size, width);
  let trial = given?.trial ?? 0;
  let members: readonly Member[] =
    given?.members ??
    Array.from({ length: size }, (_, m) => ({
      point: Array.from({ length: width }, (_entry, k) => uniform(seed, 0, m * width + k)),
      copyFrom: null,
    }));
  let scores = [...(given?.scores ?? [])];
  let best = given?.best ?? null;

  /** The next generation. */
  function renewed(): Member[] {
    const order = members.map((_, m) => m).sort((a, b) => worth(scores[a]!) - worth(scores[b]!) || a - b);
    const count = Math.max(1, Math.floor(share * size));
    const worst = order.slice(size - count);
    return members.map(({ point }, m) => {
      if (!worst.includes(m)) return { point, copyFrom: null };
      const copyFrom = order[Math.floor(uniform(seed, trial, m) * count)]!;
      const changed = members[copyFrom]!.point.map((entry, k) =>
        Math.min(1, Math.max(0, entry + spread * normal(seed, trial, m * width + k))),
      );
      return { point: changed, copyFrom };
    });
  }

  const propose = (): Trial => {
    const member = scores.length;
    const { point, copyFrom } = members[member]!;
    return { trial, targets: space.targets(point), member, copyFrom };
  };
  return {
    propose,
    report(score) {
      const { targets } = propose();
      const one = { targets, score: scoreOf(score) };
      best = leastOf(best === null ? [one] : [best, one]);
      scores.push(one.score);
      trial++;
      if (scores.length < size) return;
      members = renewed();
      scores = [];
    },
    best: () => best,
    state: () => ({
      trial,
      members: members.map(({ point, copyFrom }) => ({ point: [...point], copyFrom })),
      scores: [...scores],
      best: best === null ? null : { targets: { ...best.targets }, score: best.score },
    }),
  };
}

const worth = (score: number | null): number => score ?? Infinity;

function read(state: Plain | undefined, size: number, width: number): PopulationState | null {
  if (state === undefined) return null;
  const given = state as unknown as PopulationState | null;
  const lists = Array.isArray(given?.members) && Array.isArray(given.scores) && Number.isInteger(given.trial);
  if (!lists || given.members.length !== size || given.scores.length >= size) return noState('population');
  return given.members.every(({ point }) => isPoint(point, width)) ? given : noState('population');
}
