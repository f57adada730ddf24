import { CfcError, describe } from '@cfc/core';
import type { Terms } from './terms.js';

/** What of a Calabi-Yau threefold may set parameters of its potential, in a basis of divisors J₁ .. Jₙ. */
export interface GeometryNumbers {
  /** c₂ · Jᵢ, one for each field. */
  readonly c2?: readonly number[];
  /** Triple intersection numbers κᵢⱼₖ = Jᵢ Jⱼ Jₖ as [i, j, k, κ], each unordered triple once. */
  readonly intersections?: readonly (readonly [number, number, number, number])[];
  /** Euler number χ. */
  readonly euler?: number;
}

/**
 * Sets the parameters that a geometry says something about, in place of what was drawn; m, c, A, a, p and γ stay as they are.
 *
 * - Mᵢ = 1/2 + 5/2 · |c₂·Jᵢ| / (|c₂·Jᵢ| + 36), in [0.5, 3) as the drawn ones are.
 * - Lᵢⱼ = 0.3 κᵢⱼ / max|κ| for i ≠ j with κᵢⱼ = Σₖ κᵢⱼₖ, the maximum over i ≠ j; Lᵢᵢ = 0.
 * - D = 1/2 · (-χ) / (200 - χ) for χ < 0, else 0: the sign of the α'³ correction ξ ∝ -χ (K. Becker et al., JHEP 06 (2002) 060).
 *
 * Monotone conventions of this benchmark that keep the ranges of the draws: a task in which a label depends on geometry, not a
 * compactification. Throws `INPUT_INVALID`.
 *
 * @param shift m, which was drawn
 */
export function setByGeometry(terms: Terms, { c2, intersections, euler }: GeometryNumbers, shift: number): void {
  const { n, k } = terms;
  if (c2 !== undefined) {
    if (c2.length !== n) throw new CfcError('INPUT_INVALID', `c2 has ${c2.length} entries, not ${n}`, 'geometry.c2');
    c2.forEach((entry, i) => {
      const size = Math.abs(finite(entry, `c2[${i}]`));
      const mass = 0.5 + (2.5 * size) / (size + 36);
      k[i] = mass * mass + shift;
    });
  }
  if (euler !== undefined) {
    const below = Math.max(0, -finite(euler, 'euler'));
    terms.D = (0.5 * below) / (200 + below);
  }
  if (intersections !== undefined) mixByIntersections(terms, intersections);
}

function mixByIntersections(terms: Terms, intersections: NonNullable<GeometryNumbers['intersections']>): void {
  const { n, L } = terms;
  L.fill(0);
  intersections.forEach((entry, at) => {
    const [i, j, k, kappa] = entry;
    if (![i, j, k].every((index) => Number.isInteger(index) && index >= 0 && index < n)) {
      throw new CfcError(
        'INPUT_INVALID',
        `no three of ${n} divisors: ${entry.join(', ')}`,
        `geometry.intersections[${at}]`,
      );
    }
    finite(kappa, `intersections[${at}]`);
    // κᵢⱼ sums over the third index: each pair of the triple once for every different third.
    const pairs = new Set([
      `${i},${j},${k}`,
      `${i},${k},${j}`,
      `${j},${k},${i}`,
      `${j},${i},${k}`,
      `${k},${i},${j}`,
      `${k},${j},${i}`,
    ]);
    for (const pair of pairs) {
      const [a, b] = pair.split(',').map(Number) as [number, number];
      if (a !== b) L[a * n + b] = L[a * n + b]! + kappa;
    }
  });
  const most = L.reduce((sofar, entry) => Math.max(sofar, Math.abs(entry)), 0);
  terms.mixed = most > 0;
  if (most > 0) for (let i = 0; i < L.length; i++) L[i] = (0.3 * L[i]!) / most;
}

function finite(value: number, name: string): number {
  if (Number.isFinite(value)) return value;
  throw new CfcError('INPUT_INVALID', `${describe(value)} is no finite number`, `geometry.${name}`);
}
