import { type Given, fill, integer, number } from '@cfc/core';

/** The options of a competence that grows step by step. */
export const competenceFields = {
  start: number(0.1, 'competence at the first step', { above: 0, max: 1 }),
  steps: integer(20, 'steps until it is 1', { min: 1 }),
  power: number(2, 'how fast it begins: 1 linear, 2 square root, 0 exponential', { min: 0 }),
};

/** Filled in. */
export type Competence = Required<Given<typeof competenceFields>>;

/**
 * How much of the way from easy to hard is open at a step t, in (0, 1]: c(t) = min(1, (u (1 - startᵖ) + startᵖ)^(1/p)) with
 * u = t / steps and p = `power`. p = 1 is linear, p = 2 the square root that has new problems come in at a falling rate, and
 * p = 0 the limit start^(1 - u), exponential growth.
 *
 * @param step >= 0
 * @param given `start` in (0, 1] (0.1), `steps` >= 1 (20), `power` >= 0 (2)
 * @throws `OPTION_UNKNOWN`, `OPTION_INVALID`
 * Source: E. Platanios et al., Competence-based curriculum learning, NAACL (2019) 1162.
 */
export const competence = (step: number, given?: Given<typeof competenceFields>): number =>
  competenceAt(step, fill(competenceFields, given, 'competence'));

/** The same with options that were checked. */
export function competenceAt(step: number, { start, steps, power }: Competence): number {
  const progress = Math.min(1, step / steps);
  if (progress === 1) return 1;
  if (power === 0) return start ** (1 - progress);
  const least = start ** power;
  return Math.min(1, (progress * (1 - least) + least) ** (1 / power));
}
