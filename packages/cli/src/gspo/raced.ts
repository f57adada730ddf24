import { gradNorm } from '@cfc/adapters-gradnorm';
import { type Measured, relax, type WeightAdapter } from '@cfc/core';
import { type Course, course, gspoWeights, type Outcome, outcomeOf } from '@cfc/gspo';
import type { Case } from './cases.js';

/** Nobody, GradNorm, the policy, and the policy without eyes: it is told that all ratios are 1. */
export const contestants = ['none', 'gradnorm', 'blind', 'gspo'] as const;
/** One of them. */
export type Contestant = (typeof contestants)[number];

/** How each contestant did on one case. */
export interface Raced {
  readonly group: string;
  readonly outcomes: Readonly<Record<Contestant, Outcome>>;
}

/** Relaxes a case under its own weights, and under each adapter, for at most so many steps. */
export function raced(
  { group, system, eta0, plan }: Case,
  policy: string,
  { steps, anneal }: { readonly steps: number; readonly anneal: number },
): Raced {
  const { adapter: _, ...own } = plan;
  const run = (adapter: WeightAdapter | null): Course =>
    course(system, eta0, adapter === null ? own : { ...own, adapter }, steps);
  const gspo = gspoWeights({ policy, anneal });
  const blind = {
    ...gspo,
    adapt: (seen: Measured<'termNorms'>, state: unknown) => gspo.adapt({ ...seen, termNorms: seen.multipliers }, state),
  };
  const courses = { none: run(null), gradnorm: run(gradNorm()), blind: run(blind), gspo: run(gspo) };
  const lowest = Object.values(courses).flatMap(({ energies }) => energies);
  const least = lowest.reduce((low, energy) => Math.min(low, energy), relax(system, eta0).unitEnergy);
  const outcomes = contestants.map((name) => [name, outcomeOf(courses[name], least)]);
  return { group, outcomes: Object.fromEntries(outcomes) as Record<Contestant, Outcome> };
}
