import { dot } from '@cfc/core';
import type { Gram } from '../gram.js';
import { unit } from '../matrix.js';
import { type Combined, isStill } from './method.js';

/**
 * Each gradient, less its projections on the original gradients that it conflicts with, taken in random order; their sum.
 * Done in coefficients, with the Gram matrix alone. Gradients of 0 are skipped.
 *
 * @param orders for each gradient the others in the order in which they are met
 *
 * Source: Yu et al., Gradient surgery for multi-task learning, NeurIPS 2020.
 */
export function pcgrad(gram: Gram, orders: readonly (readonly number[])[]): Combined {
  const size = gram.length;
  const rows = gram.map((_, i) => {
    const row = unit(size, i);
    for (const j of orders[i]!) {
      const square = gram[j]![j]!;
      const product = dot(row, gram[j]!);
      if (product < 0 && square > 0) row[j]! -= product / square;
    }
    return row;
  });
  const coefficients = rows.reduce((total, row) => total.map((entry, k) => entry + row[k]!), new Float64Array(size));
  return { coefficients, rows, gap: 0, stationary: isStill(gram, coefficients) };
}

/**
 * For each of `size` gradients the others in random order (Fisher and Yates).
 *
 * @param random numbers in [0, 1) by their index
 */
export function randomOrders(size: number, random: (index: number) => number): number[][] {
  return Array.from({ length: size }, (_, i) => {
    const order = Array.from({ length: size }, (_, k) => k).filter((k) => k !== i);
    for (let last = order.length - 1; last > 0; last--) {
      const pick = Math.min(last, Math.floor(random(i * size + last) * (last + 1)));
      [order[last], order[pick]] = [order[pick]!, order[last]!];
    }
    return order;
  });
}
