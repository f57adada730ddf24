import { type System, defineSystem, landau, quadratic, uniform } from '@cfc/core';
import type { Branch, Proposal, Propose } from '@cfc/expansion';

/**
 * Whether choices exclude each other: along a path each step decides which ones can come next; from a list everything can
 * still be had later.
 */
export type Kind = 'path' | 'list';

/** Steps of a path at most. */
const DEPTH = 6;
/** Choices at each step of a path. */
const CHOICES = 3;
/** What can be had from a list. */
const LISTED = 8;
/** Words of the counter from which draws come. */
const [FIELD, STIFFNESS, STRENGTH] = [1, 2, 3];

export interface World {
  readonly system: System;
  readonly proposals: readonly Proposal[] | Propose;
}

/** One module to begin with, and what it may grow by. */
export function worldOf(kind: Kind, seed: number): World {
  const system = defineSystem({ modules: { start: landau({ a: 1, b: 0, h: 0.5 }) } });
  const list = Array.from({ length: LISTED }, (_, k) => step(`l${k}`, 'start', seed, k));
  return { system, proposals: kind === 'list' ? list : (branch) => along(branch, seed) };
}

/** The choices after a path, which are other ones after every path. Ids spell the path: `.0.2.1`. */
function along({ accepted }: Branch, seed: number): readonly Proposal[] {
  if (accepted.length === DEPTH) return [];
  const path = accepted.at(-1)?.id ?? '';
  return Array.from({ length: CHOICES }, (_, choice) => {
    const id = `${path}.${choice}`;
    return step(id, path === '' ? 'start' : path, seed, numberOf(id));
  });
}

/** A module with a field of its own, which pulls the one that it hangs on towards itself, and what comes after it too. */
function step(id: string, onto: string, seed: number, k: number): Proposal {
  const [h, a] = [1.6 * uniform(seed, FIELD, k), 0.5 + uniform(seed, STIFFNESS, k)];
  const weight = uniform(seed, STRENGTH, k);
  return {
    id,
    modules: { [id]: landau({ a, b: 0, h }) },
    couplings: [{ use: quadratic({ weight }), between: [id, onto] }],
  };
}

/** A number of its own for every path. */
const numberOf = (path: string): number =>
  path
    .split('.')
    .slice(1)
    .reduce((number, choice) => number * CHOICES + Number(choice) + 1, 0);
