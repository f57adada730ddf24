import type { Method, Step, Task } from '../../contract/pieces.js';
import { defineMethod } from '../../contract/definition.js';
import { choice, number } from '../../options/field.js';
import { clip } from '../../numeric/vector.js';
import { localSlope } from '../../system/local-slope.js';
import { proxOf } from './prox-of.js';
import { starBlocks } from './star-blocks.js';

/**
 * Operator splitting: one step is a sweep of proximal updates, each on a part of the energy.
 *
 * `pairs`: a gradient step of length tau on every local energy, then the proximal operator of every
 * coupling on its pair, in the order of definition. `star`: the same for each module's block (it, its
 * neighbours and the couplings among them) in turn, which travels further in one sweep.
 * Sources: P. Combettes, J.-C. Pesquet, Proximal splitting methods in signal processing (2011); the Complexity from
 * Constraints prototype.
 */
export const proximal = defineMethod({
  name: 'Proximal',
  meaning: 'sweeps of proximal updates over modules and couplings',
  options: {
    tau: number(0.05, 'proximal step length', { above: 0 }),
    blocks: choice('pairs', ['pairs', 'star'], 'update pair by pair, or star by star'),
  },
  make: ({ tau, blocks }): Method<null> => ({
    requires: ['prox'],
    init: () => null,
    step(task, from, state): Step<null> {
      const eta = from.eta.slice();
      if (blocks === 'star') sweepStars(task, eta, tau);
      else sweepPairs(task, eta, tau);
      if (eta.every((value, i) => value === from.eta[i])) {
        return { to: null, state, facts: {}, reason: 'a sweep moves nothing any more: a fixed point of the splitting' };
      }
      return { to: task.point(eta), state, facts: {} };
    },
  }),
});

function sweepPairs(task: Task, eta: Float64Array, tau: number): void {
  const { system } = task;
  for (let i = 0; i < system.size; i++) stepLocal(task, eta, i, tau);
  for (let c = 0; c < system.sequence.length; c++) applyProx(task, eta, c, tau);
}

function sweepStars(task: Task, eta: Float64Array, tau: number): void {
  for (const { modules, couplings } of starBlocks(task.system)) {
    for (const i of modules) stepLocal(task, eta, i, tau);
    for (const c of couplings) applyProx(task, eta, c, tau);
  }
}

function stepLocal({ system, env }: Task, eta: Float64Array, i: number, tau: number): void {
  eta[i] = clip(eta[i]! - tau * localSlope(system, i, eta[i]!, env));
}

function applyProx(task: Task, eta: Float64Array, c: number, tau: number): void {
  const { system, env } = task;
  const { couplings, sequence } = system;
  const group = couplings[sequence.group[c]!]!;
  const weight = env.weights[group.term]!;
  if (weight === 0) return;
  const k = sequence.item[c]!;
  const i = group.a[k]!;
  const j = group.b[k]!;
  const [a, b] = proxOf(task, group, k, eta[i]!, eta[j]!, tau * weight);
  eta[i] = clip(a);
  eta[j] = clip(b);
}
