import type { Regime } from './regimes.js';
import type { Terms } from './terms.js';

/** Index of the draw of L₀₀; those of the masses, the drive and the start begin at 16, 4096 and 0 of their streams. */
const MIXING = 8192;

/**
 * Draws the parameters of a potential into `terms`, by index from uniform numbers in (0, 1):
 *
 * A ~ U(0.5, 2.5), a ~ U(0.8, 2.5), D ~ U(0, 0.5), p ~ U(1, 2), γ ~ U(0.1, 0.5), Mᵢ ~ U(0.5, 3); with probability 0.3 L is the symmetric
 * part of a matrix of U(-0.3, 0.3), else 0; m and c follow the regime.
 *
 * @returns m
 */
export function drawParameters(terms: Terms, regime: Regime, draw: (index: number) => number): number {
  const { n, k, c, L } = terms;
  terms.A = 0.5 + 2 * draw(0);
  terms.a = 0.8 + 1.7 * draw(1);
  terms.D = 0.5 * draw(2);
  terms.p = 1 + draw(3);
  terms.gamma = 0.1 + 0.4 * draw(4);
  terms.mixed = draw(5) > 0.7;
  const root = Math.sqrt(n);
  const strength = draw(6);
  let shift = 0;
  if (regime === 'stabilized') shift = root * (0.05 + 0.15 * strength);
  else if (regime === 'tachyonic') shift = -root * (0.02 + 0.1 * strength);
  for (let i = 0; i < n; i++) {
    const mass = 0.5 + 2.5 * draw(16 + i);
    k[i] = mass * mass + shift;
  }
  if (regime === 'runaway') drive(c, root * (0.15 + 0.2 * strength), draw);
  else c.fill(0);
  if (terms.mixed) mix(L, n, draw);
  return shift;
}

/** Entries of spread `spread`, normal by Box and Muller. */
function drive(c: Float64Array, spread: number, draw: (index: number) => number): void {
  for (let i = 0; i < c.length; i++) {
    const radius = Math.sqrt(-2 * Math.log(draw(4096 + 2 * i)));
    c[i] = spread * radius * Math.cos(2 * Math.PI * draw(4097 + 2 * i));
  }
}

/** The symmetric part of a matrix of U(-0.3, 0.3): off the diagonal the mean of two. */
function mix(L: Float64Array, n: number, draw: (index: number) => number): void {
  for (let i = 0; i < n; i++) {
    L[i * n + i] = 0.6 * draw(MIXING + i * n + i) - 0.3;
    for (let j = 0; j < i; j++) {
      const entry = 0.3 * (draw(MIXING + i * n + j) + draw(MIXING + j * n + i)) - 0.3;
      L[i * n + j] = entry;
      L[j * n + i] = entry;
    }
  }
}

/** A start in (0.1, 2)ⁿ. */
export function drawStart(phi: Float64Array, draw: (index: number) => number): void {
  for (let i = 0; i < phi.length; i++) phi[i] = 0.1 + 1.9 * draw(i);
}
