import { cholesky } from '../linear/cholesky.js';
import type { Terms } from '../potential/terms.js';
import type { Workspace } from '../minimise/workspace.js';

/**
 * Whether the origin is proven to be the only critical point, and so the global minimum: c = 0, γ >= 0 and Q - pD · I positive definite with
 * Q = diag(k) + L.
 *
 * Then V rises along every ray: φ·∇V = 2φᵀQφ + aE u·φ - 2p B₁ N + 4γ Σ φᵢ⁴ >= 2φᵀ(Q - pD)φ > 0, as B₁ <= D.
 */
export function originIsOnly({ n, k, c, L, mixed, p, D, gamma }: Terms, { matrix, factor }: Workspace): boolean {
  if (!(gamma >= 0)) return false;
  const uplift = p * D;
  for (let i = 0; i < n; i++) if (c[i] !== 0 || (!mixed && !(k[i]! > uplift))) return false;
  if (!mixed) return true;
  matrix.set(L);
  for (let i = 0; i < n; i++) matrix[i * n + i] = matrix[i * n + i]! + k[i]!;
  return cholesky(matrix, n, -uplift, factor);
}
