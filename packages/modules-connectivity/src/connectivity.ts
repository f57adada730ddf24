import { defineModule, number } from '@cfc/core';
import { largestComponentFraction } from './bond-percolation.js';
import type { Percolation } from './graph.js';

/**
 * How far a graph hangs together: F = alpha (1 - η)² + beta (1 - η)⁴, least at η = 1.
 *
 * Input: a grid `{ width, height, open }` with `periodic`, `shortcuts` and `seed` where wanted, or any graph
 * `{ nodes, edges }` with `open` and `seed` where wanted; η is the share of nodes in the largest component, see
 * `bondPercolation`. Relaxing moves η, not the graph: bonds are opened by whoever makes the input.
 *
 * Options: `alpha` >= 0 (1), `beta` >= 0 (1).
 * Reading throws `INPUT_INVALID`. Source: the Complexity from Constraints prototype.
 *
 * @example
 * const whole = connectivity({ beta: 0.5 });
 */
export const connectivity = defineModule({
  name: 'ConnectivityModule',
  meaning:
    'how far a graph hangs together: alpha (1 - η)² + beta (1 - η)⁴; its input is { width, height, open } or { nodes, edges }',
  options: {
    alpha: number(1, 'coefficient of (1 - η)²', { min: 0 }),
    beta: number(1, 'coefficient of (1 - η)⁴', { min: 0 }),
  },
  eta: (input: Percolation) => largestComponentFraction(input),
  energy(eta, { alpha, beta }) {
    const square = (1 - eta) * (1 - eta);
    return square * (alpha + beta * square);
  },
  slope(eta, { alpha, beta }) {
    const apart = 1 - eta;
    return -apart * (2 * alpha + 4 * beta * apart * apart);
  },
  curvature: (eta, { alpha, beta }) => 2 * alpha + 12 * beta * (1 - eta) * (1 - eta),
  bend: (_eta, { alpha, beta }) => 2 * alpha + 12 * beta,
  difference(from, to, { alpha, beta }) {
    const before = 1 - from;
    const after = 1 - to;
    return (from - to) * (before + after) * (alpha + beta * (before * before + after * after));
  },
  pack:
    (slots, { alpha, beta }) =>
    (eta, scale, gradient) => {
      let total = 0;
      for (let k = 0; k < slots.length; k++) {
        const i = slots[k]!;
        const apart = 1 - eta[i]!;
        const square = apart * apart;
        total += square * (alpha[k]! + beta[k]! * square);
        if (gradient !== null) {
          gradient[i] = gradient[i]! - scale * apart * (2 * alpha[k]! + 4 * beta[k]! * square);
        }
      }
      return scale * total;
    },
});
