import { slopesAt } from '../potential/slopes.js';
import type { Terms } from '../potential/terms.js';
import { near } from './cusp-model.js';
import { largest } from './largest.js';
import { newtonStep } from './newton-step.js';
import type { Workspace } from './workspace.js';

/**
 * The step of the smallest shift, from `shift` on, that makes the model positive definite and no field move by more than max(2, |φ|).
 *
 * @returns that shift; not finite where there is none
 */
export function shiftedStep(terms: Terms, work: Workspace, shift: number): number {
  const longest = Math.max(2, largest(work.phi));
  const least = 3e-2 * Math.max(work.scale, largest(work.slope) / longest, 1e-300);
  let tried = shift;
  while (tried < 1e300 && !(newtonStep(terms, work, tried) && largest(work.step) <= longest)) {
    tried = Math.max(4 * tried, least);
  }
  return tried < 1e300 ? tried : NaN;
}

/** V and its slopes after the step; a field that would jump over its cusp stops on it. */
export function tryStep(terms: Terms, { phi, trial, step, there }: Workspace): void {
  for (let i = 0; i < phi.length; i++) {
    const from = phi[i]!;
    const to = phi[i]! + step[i]!;
    trial[i] = from * to < 0 && !near(from, terms.d) ? 0 : to;
  }
  slopesAt(terms, trial, there);
}
