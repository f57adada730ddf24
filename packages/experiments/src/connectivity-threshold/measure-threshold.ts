import { gapThreshold, percolationSweep, wrappingThreshold } from '@cfc/modules-connectivity';
import type { Cell, ThresholdRow } from './cells.js';

/** The threshold of the lattice alone, by two estimates: one of a torus, one of any graph. */
export function measureThreshold({ size, seed }: Cell): readonly ThresholdRow[] {
  const torus = { width: size, height: size, seed };
  const wrapping = wrappingThreshold(torus);
  const gap = gapThreshold(percolationSweep({ ...torus, periodic: true }));
  return [{ part: 'threshold', size, seed, wrapping, gap }];
}
