import type { AnyModule } from '../../system/groups.js';
import type { AddedCoupling } from './added.js';
import { refold } from './refold.js';
import { pull } from './retake.js';
import { type State, remark } from './state.js';

/*
 * Changes of the system itself, each with the gradient brought up to date and the rows that it touches offered to the queue.
 * Whatever is handed in has been checked.
 */

/** Adds a module, at `eta`, to a slot of its own. */
export function addModule(state: State, id: string, use: AnyModule, eta: number): void {
  const slot = state.names.take(id);
  state.base.eta[slot] = eta;
  state.goneLocals[slot] = 1;
  putModule(state, slot, use);
}

/** Gives the module of a slot other options. */
export function replaceModule(state: State, slot: number, use: AnyModule): void {
  clearModule(state, slot);
  putModule(state, slot, use);
}

function putModule(state: State, slot: number, use: AnyModule): void {
  const { base, added } = state;
  const weight = base.system.weights[`local:${use.name}`] ?? 1;
  const folded = base.folded !== null && use.family.fold !== undefined;
  added.putModule(slot, { use, weight, folded });
  if (folded) refold(state, slot);
  else {
    addSlope(state, slot, use, weight);
    remark(state, slot);
  }
  base.queue.offer(slot);
}

function addSlope({ base: { eta, gradient, system } }: State, slot: number, use: AnyModule, scale: number): void {
  gradient[slot] = gradient[slot]! + scale * use.family.slope(eta[slot]!, use.options, system.signals);
}

/** Takes the local energy of a module out, quartics apart: `refold` has to follow. */
function clearModule(state: State, slot: number): void {
  const { base, added, goneLocals, home } = state;
  const own = added.modules.get(slot);
  if (own !== undefined) {
    if (!own.folded) addSlope(state, slot, own.use, -own.weight);
    added.modules.delete(slot);
  } else if (goneLocals[slot] === 0) {
    const group = base.locals[home.group[slot]!]!;
    if (group.family.fold === undefined) {
      const slope = group.family.slope(base.eta[slot]!, group.at(home.item[slot]!), base.system.signals);
      base.gradient[slot] = base.gradient[slot]! - base.weights[group.term]! * slope;
    }
  }
  goneLocals[slot] = 1;
  if (state.looped !== null || own?.folded === false) remark(state, slot);
}

/** Removes a module of which all couplings are gone. */
export function removeModule(state: State, id: string, slot: number): void {
  const { eta, gradient } = state.base;
  clearModule(state, slot);
  refold(state, slot);
  eta[slot] = 0;
  gradient[slot] = 0;
  state.names.free(id);
}

export function addCoupling(state: State, coupling: AddedCoupling): void {
  const { a, b, use, weight, quartic } = coupling;
  state.added.put(coupling);
  if (quartic !== null) refold(state, a);
  else {
    pull(state, a, b, use, use.options, weight);
    state.base.queue.markForeign(a, true);
    state.base.queue.markForeign(b, true);
  }
  touch(state, a, b);
}

export function removeAdded(state: State, coupling: AddedCoupling): void {
  const { a, b, use, weight, quartic } = coupling;
  state.added.drop(coupling);
  if (quartic !== null) refold(state, a);
  else {
    pull(state, a, b, use, use.options, -weight);
    remark(state, a);
    remark(state, b);
  }
  touch(state, a, b);
}

/** Removes a packed coupling. */
export function removePacked(state: State, code: number): void {
  const { base, places, gone } = state;
  const { kind, first, group } = places.of(code);
  const [i, j] = [group.a[code - first]!, group.b[code - first]!];
  gone[code] = 1;
  if (kind === 'gap') dropGap(state, code, base.weights[group.term]!, group.family.gap!.oneSided);
  else if (kind === 'folded') refold(state, i);
  else {
    pull(state, i, j, group, group.at(code - first), -base.weights[group.term]!);
    remark(state, i);
    remark(state, j);
  }
  touch(state, i, j);
}

function dropGap({ base: { engine, eta, gradient } }: State, e: number, scale: number, hinge: boolean): void {
  const { a, b, w, alpha, beta, scaledFrom } = engine.edges;
  const [i, j] = [a[e]!, b[e]!];
  const al = e >= scaledFrom ? alpha[e - scaledFrom]! : 1;
  const be = e >= scaledFrom ? beta[e - scaledFrom]! : 1;
  const gap = be * eta[j]! - al * eta[i]!;
  const amount = 2 * scale * w[e]! * (hinge ? Math.max(0, gap) : gap);
  gradient[i] = gradient[i]! + amount * al;
  gradient[j] = gradient[j]! - amount * be;
  w[e] = 0;
}

function touch({ base: { queue } }: State, i: number, j: number): void {
  queue.offer(i);
  queue.offer(j);
}
