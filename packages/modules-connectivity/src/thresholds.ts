import { CfcError, describe } from '@cfc/core';
import type { Sweep } from './percolation-sweep.js';

/*
 * Estimates of the threshold from one sweep. Where the n-th bond to open of M decides, the estimate is n / (M + 1), the
 * mean of the n-th smallest of M uniform levels. On a lattice of linear size L all of them differ from the threshold by some
 * L^(-1 / ν): see `extrapolate`.
 */

/**
 * Where the largest component first holds a share of all nodes: the apparent threshold.
 *
 * @param level the share, in (0, 1]; one half by default
 * @returns a probability in [0, 1); 1 where no number of bonds is enough
 * @throws `INPUT_INVALID` for a level outside (0, 1]
 */
export function reachThreshold({ nodes, bonds, largest }: Sweep, level = 0.5): number {
  if (!(level > 0 && level <= 1)) {
    throw new CfcError(
      'INPUT_INVALID',
      `the level is ${describe(level)}`,
      'level',
      'Give a number above 0, at most 1.',
    );
  }
  const opened = largest.findIndex((size) => size >= level * nodes);
  return opened === -1 ? 1 : opened / (bonds + 1);
}

/**
 * Where one bond adds most to the largest component: the largest gap of the order parameter. It needs no level.
 *
 * Source: J. Nagler, A. Levina and M. Timme, Nature Physics 7 (2011) 265.
 */
export function gapThreshold({ bonds, largest }: Sweep): number {
  return placeOfMost(bonds, (opened) => (opened === 0 ? 0 : largest[opened]! - largest[opened - 1]!));
}

/** Where the susceptibility (Σ size² - largest²) / N, the mean component size without the largest, is highest. */
export function peakThreshold({ bonds, largest, squares }: Sweep): number {
  return placeOfMost(bonds, (opened) => squares[opened]! - largest[opened]! * largest[opened]!);
}

function placeOfMost(bonds: number, value: (opened: number) => number): number {
  let [place, most] = [0, -Infinity];
  for (let opened = 0; opened <= bonds; opened++) {
    const here = value(opened);
    if (here > most) [place, most] = [opened, here];
  }
  return place / (bonds + 1);
}
