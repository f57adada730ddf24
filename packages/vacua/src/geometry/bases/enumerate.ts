import { fill, type Given, integer } from '@cfc/core';
import { blowUp, close, settleAll } from './blow-up.js';
import { canonicalKey, fromKey } from './canonical.js';
import { Cycle, LONGEST } from './cycle.js';

const fields = {
  maxRays: integer(LONGEST, 'most rays of a base; the largest has 194', { min: 3, max: LONGEST }),
};

/** Hirzebruch surfaces F_m up to here have a model; beyond, the curve of self-intersection -m is dead. */
const HIRZEBRUCH = 12;

/**
 * All toric bases of six-dimensional F-theory, one by one, by number of rays and from the lexicographically largest down: smooth compact
 * toric surfaces on which the generic elliptic Calabi-Yau threefold has no curve with (f, g) >= (4, 6), and no toric point either (these
 * are blown up; points on curves of self-intersection -9, -10 and -11 that are not toric are left). There are 61,539.
 *
 * Begins from P² and F_m, m = 0..12, and blows up every toric point of every base, then whatever that forces; a list of
 * self-intersections is taken once, in canonical form. Only bases that are not yet done are held. A limit on rays leaves out
 * nothing below it, since blow-ups only add.
 *
 * @param options `maxRays` 3..512 (all)
 * @returns cyclic lists of self-intersections in canonical form
 * @throws `OPTION_INVALID`
 *
 * Source: D. Morrison, W. Taylor, Fortschr. Phys. 60 (2012) 1187, arXiv:1204.0283.
 */
export function* toricBases(options: Given<typeof fields> = {}): Generator<readonly number[]> {
  const { maxRays } = fill(fields, options, 'toricBases');
  const levels = new Map<number, Set<string>>();
  const keep = ({ s, size }: Cycle): void => {
    if (!levels.has(size)) levels.set(size, new Set());
    levels.get(size)!.add(canonicalKey(s, size));
  };
  const cycle = new Cycle();
  for (const first of minimalSurfaces()) if (settleAll(cycle.load(first)) && close(cycle, maxRays)) keep(cycle);

  const parent = new Cycle();
  for (let rays = 3; levels.size > 0; rays++) {
    const keys = [...(levels.get(rays) ?? [])].sort().reverse();
    levels.delete(rays);
    for (const key of keys) {
      const selfIntersections = fromKey(key);
      yield selfIntersections;
      settleAll(parent.load(selfIntersections));
      for (let i = 0; i < rays && rays < maxRays; i++) {
        if (blowUp(cycle.copy(parent), i) && close(cycle, maxRays)) keep(cycle);
      }
    }
  }
}

/** P² and the Hirzebruch surfaces. */
const minimalSurfaces = (): number[][] => [
  [1, 1, 1],
  ...Array.from({ length: HIRZEBRUCH + 1 }, (_, m) => [m, 0, -m, 0]),
];
