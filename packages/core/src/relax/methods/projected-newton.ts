import type { Vector } from '../../contract/energy.js';
import type { Method, Step } from '../../contract/pieces.js';
import { defineMethod } from '../../contract/definition.js';
import { integer, number } from '../../options/field.js';
import { arcSearch } from './arc-search.js';
import { isHeld } from './free-set.js';
import { sweepFrom } from './sweep-from.js';

/** Least precision of a row in the preconditioner, as a share of the largest. */
const FLOOR = 1e-8;

/**
 * Projected Newton: H_FF d_F = g_F on the free rows by truncated, Jacobi-preconditioned conjugate gradients, the scaled
 * gradient on the held ones (two-metric projection), and a search along the projection arc from the full step. Where
 * that finds nothing, one Gauss-Seidel sweep.
 *
 * The solve gets more exact as the end nears: relative residual min(`forcing`, √‖projected g‖). Facts: `products` (Hessian
 * products), `free` (rows), `step`, `tries`, `negative` (1 at negative curvature), `swept` (1 after a fallback).
 * Sources: D. Bertsekas, SIAM J. Control Optim. 20 (1982) 221; T. Steihaug, SIAM J. Numer. Anal. 20 (1983) 626.
 */
export const projectedNewton = defineMethod({
  name: 'ProjectedNewton',
  meaning: 'Newton steps on the free order parameters, by conjugate gradients',
  options: {
    forcing: number(0.03, 'loosest relative residual of the inner solve', { above: 0, below: 1 }),
    products: integer(200, 'Hessian products in one step at most', { min: 1 }),
  },
  make: ({ forcing, products: most }): Method<null> => ({
    requires: ['curvature'],
    init: () => null,
    step(task, from, state): Step<null> {
      const { system, env } = task;
      const gradient = task.gradient(from);
      const left = system.algebra.projectedNorm(from.eta, gradient);
      if (left === 0) return { to: null, state, facts: {}, reason: 'the projected gradient is 0', stationary: true };
      const inverse = inverted(system.hessianDiagonal(from.eta, env, task.vector()));
      const direction = task.vector();
      const free = hold(from.eta, gradient, left, inverse, direction);
      const tolerance = Math.min(forcing, Math.sqrt(left));
      const work = [task.vector(), task.vector(), task.vector()] as const;
      const solve = system.solve(from.eta, env, gradient, inverse, direction, work, tolerance, most);
      const found = arcSearch(task, from, gradient, direction, 1);
      const swept = found.to === null ? sweepFrom(task, from) : null;
      const facts = {
        products: solve.products,
        free,
        step: found.step,
        tries: found.tries,
        negative: solve.negative ? 1 : 0,
        swept: swept === null ? 0 : 1,
      };
      return swept === null ? { to: found.to, state, facts } : { ...swept, state, facts };
    },
  }),
});

/**
 * Gives held rows their scaled gradient as direction and takes them out of the preconditioner; free rows begin at 0.
 *
 * @returns how many rows are free
 */
function hold(eta: Vector, gradient: Vector, left: number, inverse: Float64Array, direction: Float64Array): number {
  let free = 0;
  for (let i = 0; i < inverse.length; i++) {
    const held = isHeld(eta[i]!, gradient[i]!, left);
    direction[i] = held ? gradient[i]! * inverse[i]! : 0;
    if (held) inverse[i] = 0;
    else free++;
  }
  return free;
}

/** 1 / |diagonal|, in place; entries near 0 count as a share of the largest. */
function inverted(diagonal: Float64Array): Float64Array {
  let most = 0;
  for (let i = 0; i < diagonal.length; i++) most = Math.max(most, Math.abs(diagonal[i]!));
  const floor = most > 0 ? FLOOR * most : 1;
  for (let i = 0; i < diagonal.length; i++) diagonal[i] = 1 / Math.max(Math.abs(diagonal[i]!), floor);
  return diagonal;
}
