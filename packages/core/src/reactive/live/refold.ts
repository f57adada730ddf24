import type { Quartic } from '../../contract/energy.js';
import type { State } from './state.js';

const sums = { h: 0, a: 0, b: 0 };

function count({ h, a, b }: Quartic, weight: number): void {
  sums.h += weight * h;
  sums.a += weight * a;
  sums.b += weight * b;
}

/**
 * Takes the quartic of one module anew, from its own energy and all couplings that are folded into it, and brings its
 * gradient up to date. Nothing is left of what is gone, not even rounding.
 */
export function refold(state: State, i: number): void {
  const { base, places, added, gone, goneLocals, home } = state;
  const { folded, eta, gradient, locals, weights } = base;
  if (folded === null) return;
  const { signals } = base.system;
  sums.h = sums.a = sums.b = 0;
  const own = added.modules.get(i);
  const group = locals[home.group[i]!];
  if (own?.folded === true) count(own.use.family.fold!(own.use.options, signals), own.weight);
  else if (own === undefined && group?.family.fold !== undefined && goneLocals[i] === 0) {
    count(group.family.fold(group.at(home.item[i]!), signals), weights[group.term]!);
  }
  const { start, items } = state.foldedRows();
  for (let entry = start[i]!; entry < start[i + 1]!; entry++) {
    const code = places.gaps + items[entry]!;
    if (gone[code] !== 0) continue;
    const { first, group: from } = places.of(code);
    if (from.a[code - first] === i) count(from.family.fold!(from.at(code - first), signals)!, weights[from.term]!);
  }
  for (const { a, quartic, weight } of added.of(i)) if (a === i && quartic !== null) count(quartic, weight);
  const x = eta[i]!;
  const old = x * (2 * folded.a[i]! + 4 * folded.b[i]! * x * x) - folded.h[i]!;
  folded.h[i] = sums.h;
  folded.a[i] = sums.a;
  folded.b[i] = sums.b;
  gradient[i] = gradient[i]! + (x * (2 * sums.a + 4 * sums.b * x * x) - sums.h - old);
}
