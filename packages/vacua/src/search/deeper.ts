import type { Vector } from '@cfc/core';
import type { SearchOptions } from '../minimise/options.js';
import { settle } from '../minimise/settle.js';
import { sharedWorkspace } from '../minimise/workspace.js';
import type { Terms } from '../potential/terms.js';
import { criticalBox } from './critical-box.js';

/** Another minimum. */
export interface Minimum {
  readonly phi: Float64Array;
  readonly value: number;
}

/**
 * The lowest minimum found below the one at `phi`, of value `value`: from the origin, where all cusps lie; from the mirror image of `phi`, where V is
 * not even; and from `restarts` random starts in the box that holds every critical point. Null where none is lower by more than
 * 1e-9 (1 + |V|).
 */
export function deeperMinimum(
  terms: Terms,
  phi: Vector,
  value: number,
  restarts: number,
  draw: (index: number) => number,
  search: SearchOptions,
): Minimum | null {
  const { n, c } = terms;
  const work = sharedWorkspace(n);
  const half = criticalBox(terms);
  let best: Minimum | null = null;
  const from = (start: (i: number) => number): void => {
    for (let i = 0; i < n; i++) work.phi[i] = start(i);
    const { reason } = settle(terms, work, search);
    const lower = work.here.value < (best?.value ?? value) - 1e-9 * (1 + Math.abs(value));
    if (reason === 'converged' && lower) best = { phi: work.phi.slice(), value: work.here.value };
  };
  if (phi.some((x) => x !== 0)) from(() => 0);
  if (c.some((x) => x !== 0)) from((i) => -phi[i]!);
  for (let start = 0; start < restarts; start++) from((i) => half * (2 * draw(start * n + i) - 1));
  return best;
}
