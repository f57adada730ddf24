import { jacobiEigen } from '../linear/jacobi.js';
import type { Terms } from '../potential/terms.js';

/** How V behaves far out. */
export interface Asymptotics {
  /**
   * `coercive`: V grows in every direction. `unbounded`: V falls without limit along `direction`. `level`: V tends to `level` along
   * `direction`, and grows in every direction across the flat ones.
   */
  readonly kind: 'coercive' | 'unbounded' | 'level';
  /** Of length 1; null for `coercive`. */
  readonly direction: Float64Array | null;
  /** Lowest value that V tends to; null where it tends to none. */
  readonly level: number | null;
}

const coercive: Asymptotics = Object.freeze({ kind: 'coercive', direction: null, level: null });

/**
 * Whether V has a lower bound, from what dominates far out: the quartic wall; without one the quadratic form Q = diag(k) + L; where Q is
 * flat, the drive c; where that is 0 too, V tends to the least value of the rest, -cᵀQ⁺c / 4, since cusp and uplift die out.
 */
export function asymptotics(terms: Terms): Asymptotics {
  const { n, gamma } = terms;
  if (gamma > 0) return coercive;
  if (gamma < 0)
    return { kind: 'unbounded', direction: Float64Array.from({ length: n }, (_, i) => (i === 0 ? 1 : 0)), level: null };
  return flatOut(terms);
}

function flatOut({ n, k, c, L, mixed }: Terms): Asymptotics {
  const Q = mixed ? L.slice() : new Float64Array(n * n);
  for (let i = 0; i < n; i++) Q[i * n + i] = Q[i * n + i]! + k[i]!;
  const { values, vectors } = jacobiEigen(Q, n);
  const flat = 1e-12 * Math.max(Math.abs(values[0]!), Math.abs(values[n - 1]!));
  if (values[0]! > flat) return coercive;
  if (values[0]! < -flat) return { kind: 'unbounded', direction: vectors[0]!, level: null };
  const down = new Float64Array(n);
  let [level, driven, slope] = [0, 0, 0];
  vectors.forEach((vector, j) => {
    let along = 0;
    for (let i = 0; i < n; i++) along += c[i]! * vector[i]!;
    driven += along * along;
    if (values[j]! > flat) level -= (along * along) / (4 * values[j]!);
    else {
      slope += along * along;
      for (let i = 0; i < n; i++) down[i] = down[i]! - along * vector[i]!;
    }
  });
  if (slope <= 1e-24 * driven) return { kind: 'level', direction: vectors[0]!, level };
  const length = Math.sqrt(slope);
  return { kind: 'unbounded', direction: down.map((x) => x / length), level: null };
}
