import { CfcError } from '../../errors.js';
import type { State } from './state.js';

const pair = new Float64Array(2);

/** Takes the gradient anew from everything there is, and lets every row join the queue whose residual is too large. */
export function retake(state: State): void {
  const { base, added, gone, goneLocals, places } = state;
  const { engine, eta, gradient, weights, queue, system } = base;
  const { signals } = system;
  engine.parts[0]!.gradient(eta, weights, gradient);
  for (const { slots, term, family, at } of engine.locals) {
    if (weights[term] === 0) continue;
    for (let k = 0; k < slots.length; k++) {
      const i = slots[k]!;
      if (goneLocals[i] === 0) gradient[i] = gradient[i]! + weights[term]! * family.slope(eta[i]!, at(k), signals);
    }
  }
  for (const { kind, first, group } of places.all) {
    if (kind !== 'looped' || weights[group.term] === 0) continue;
    for (let k = 0; k < group.count; k++) {
      if (gone[first + k] !== 0) continue;
      pull(state, group.a[k]!, group.b[k]!, group, group.at(k), weights[group.term]!);
    }
  }
  for (const [i, { use, weight, folded }] of added.modules) {
    if (!folded) gradient[i] = gradient[i]! + weight * use.family.slope(eta[i]!, use.options, signals);
  }
  for (const { use, a, b, weight, quartic } of added.couplings.values()) {
    if (quartic === null) pull(state, a, b, use, use.options, weight);
  }
  if (!Number.isFinite(engine.arena.sum(gradient))) {
    throw new CfcError('ENERGY_INVALID', 'the gradient is not finite', 'the system', 'Scale weights and options down.');
  }
  queue.clear();
  for (let i = 0; i < eta.length; i++) queue.offer(i);
}

type Pulling = Pick<State['base']['couplings'][number], 'family'>;

/** Adds a coupling's slopes, times `scale`, to the gradients of its ends. */
export function pull(
  { base: { eta, gradient, system } }: State,
  i: number,
  j: number,
  { family }: Pulling,
  options: Parameters<Pulling['family']['slopes']>[2],
  scale: number,
): void {
  family.slopes(eta[i]!, eta[j]!, options, system.signals, pair);
  gradient[i] = gradient[i]! + scale * pair[0]!;
  gradient[j] = gradient[j]! + scale * pair[1]!;
}
