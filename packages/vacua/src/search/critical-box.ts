import type { Terms } from '../potential/terms.js';

/** Half the side where there is no bound. */
const NONE = 10;

/**
 * Half the side of a box around 0 that holds every critical point. At one, the field of largest magnitude x has
 * 4γx³ + 2κx <= b with κ = min(kᵢ - Σⱼ|Lᵢⱼ|) and b = max|c| + aA + 2pD, so that for γ > 0
 * x <= max((b / 2γ)^{1/3}, √(max(0, -κ) / γ)), and for γ = 0 < κ x <= b / 2κ. For other potentials, 10.
 */
export function criticalBox({ n, k, c, L, mixed, a, A, p, D, gamma }: Terms): number {
  let [weakest, drive] = [Infinity, 0];
  for (let i = 0; i < n; i++) {
    let coupled = 0;
    if (mixed) for (let j = 0; j < n; j++) coupled += Math.abs(L[i * n + j]!);
    weakest = Math.min(weakest, k[i]! - coupled);
    drive = Math.max(drive, Math.abs(c[i]!));
  }
  const push = drive + a * A + 2 * p * D;
  if (gamma > 0) return Math.max(Math.cbrt(push / (2 * gamma)), Math.sqrt(Math.max(0, -weakest) / gamma));
  return gamma === 0 && weakest > 0 ? push / (2 * weakest) : NONE;
}
