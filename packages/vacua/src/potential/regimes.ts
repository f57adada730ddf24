/**
 * How the draws of a sample are biased, beyond what all have in common:
 *
 * - `generic`: not at all
 * - `stabilized`: every mass is raised, m = √n · U(0.05, 0.2)
 * - `tachyonic`: every mass is lowered, m = -√n · U(0.02, 0.12)
 * - `runaway`: the fields are driven, cᵢ ~ N(0, (√n · U(0.15, 0.35))²)
 *
 * The names are those of the prototype and say what was drawn, not what was found: with the quartic wall in place no draw of any regime
 * runs away.
 */
export const regimes = ['generic', 'stabilized', 'tachyonic', 'runaway'] as const;

/** One of `regimes`. */
export type Regime = (typeof regimes)[number];

/** Shares of the regimes among samples. */
export type Mixture = Readonly<Record<Regime, number>>;

/** The prototype's shares. */
export const defaultMixture: Mixture = Object.freeze({
  generic: 0.55,
  stabilized: 0.25,
  tachyonic: 0.15,
  runaway: 0.05,
});

/** The regime that a uniform number falls to; shares need not add up to 1. */
export function regimeOf(mixture: Mixture, number: number): Regime {
  let left = number * regimes.reduce((sum, name) => sum + mixture[name], 0);
  let last: Regime = 'generic';
  for (const name of regimes) {
    if (!(mixture[name] > 0)) continue;
    last = name;
    left -= mixture[name];
    if (left < 0) break;
  }
  return last;
}
